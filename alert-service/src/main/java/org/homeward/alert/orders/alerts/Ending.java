package org.homeward.alert.orders.alerts;

/** Why an alert is over; nobody outside is told which. */
enum Ending {
  CANCELLED,
  EXPIRED,
  ENDED
}
