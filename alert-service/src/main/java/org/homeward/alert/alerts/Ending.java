package org.homeward.alert.alerts;

/** Why an alert is over; nobody outside is told which. */
public enum Ending {
  CANCELLED,
  EXPIRED,
  ENDED
}
