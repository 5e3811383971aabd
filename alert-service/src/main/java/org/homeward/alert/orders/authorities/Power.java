package org.homeward.alert.orders.authorities;

/** A kind of order that an authority may give. */
public enum Power {
  VOLUNTEER_ALERT
}
