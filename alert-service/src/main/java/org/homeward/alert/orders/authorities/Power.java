package org.homeward.alert.orders.authorities;

/** What an authority may order. */
public enum Power {
  VOLUNTEER_ALERT
}
