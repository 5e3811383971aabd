package org.homeward.alert.alerts;

/** What stands in the way of an alert. */
public enum Hold {
  /** Everything this node sends is stopped. */
  NODE_STOPPED,
  CASE_STOPPED,
  ALERT_STOPPED,
  CASE_FROZEN,
  CASE_ENDED,
  CASE_ERASED,
  CASE_UNKNOWN
}
