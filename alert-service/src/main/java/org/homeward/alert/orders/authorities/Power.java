package org.homeward.alert.orders.authorities;

import org.homeward.schema.values.Audience;

/** A kind of order that an authority may give. */
public enum Power {
  VOLUNTEER_ALERT,
  PUBLIC_ALERT;

  /** The power to order an alert to these readers. */
  public static Power over(Audience readers) {
    return switch (readers) {
      case VOLUNTEER -> VOLUNTEER_ALERT;
      case PUBLIC -> PUBLIC_ALERT;
      case PARTNER, POLICE, CASE_TEAM, CONFIDANT, SEALED ->
          throw new IllegalArgumentException("no alert goes to " + readers);
    };
  }
}
