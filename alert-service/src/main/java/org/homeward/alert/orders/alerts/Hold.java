package org.homeward.alert.orders.alerts;

/** What stands in the way of an alert. */
enum Hold {
  /** Everything this node sends is stopped. */
  NODE_STOPPED,
  CASE_STOPPED,
  ALERT_STOPPED,
  CASE_FROZEN,
  CASE_ENDED,
  CASE_ERASED,
  CASE_UNKNOWN,
  /** The newest news of the case could not be read. */
  CASE_STALE,
  /** The case may not be told to whom it goes any more. */
  NOT_TO
}
