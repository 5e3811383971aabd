package org.homeward.alert.orders.alerts;

/** A reason for which nothing new of an alert goes out. */
public enum Hold {
  /** Everything this node sends is stopped. */
  NODE_STOPPED,
  CASE_STOPPED,
  ALERT_STOPPED,
  CASE_FROZEN,
  /**
   * Nothing but a word says that a child of the alert is found. Nobody has frozen the case here, or
   * two persons have lifted the freeze: its owner's word stands.
   */
  SAID_FOUND,
  /** A partner's word holds the case: what has begun finishes, nothing further begins. */
  CASE_BRAKED,
  CASE_ENDED,
  CASE_ERASED,
  CASE_UNKNOWN,
  /** The case is about a child who is at risk, or found: nobody is missing. */
  NOT_A_SEARCH,
  /** The newest news of the case could not be read. */
  CASE_STALE,
  /** The case may no longer be told in the alert's country. */
  NOT_TO,
  /**
   * Its case was frozen since it was approved, or its approver must not see the case any more: it
   * needs a new approval.
   */
  APPROVAL_VOID
}
