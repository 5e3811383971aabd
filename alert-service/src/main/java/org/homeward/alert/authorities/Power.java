package org.homeward.alert.authorities;

/** What an authority may order. */
public enum Power {
  VOLUNTEER_ALERT
}
