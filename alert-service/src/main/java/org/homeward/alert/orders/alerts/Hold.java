package org.homeward.alert.orders.alerts;

/** A reason for which nothing new of an alert goes out. */
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
  /** The case may no longer be told in the alert's country. */
  NOT_TO
}
