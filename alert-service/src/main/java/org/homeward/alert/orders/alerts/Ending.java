package org.homeward.alert.orders.alerts;

/** The reason why an alert is over; nobody outside is told it. */
enum Ending {
  CANCELLED,
  EXPIRED,
  ENDED
}
