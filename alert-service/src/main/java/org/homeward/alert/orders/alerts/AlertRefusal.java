package org.homeward.alert.orders.alerts;

/** Why a person's wish about an alert is refused. */
enum AlertRefusal {
  /** The alert's state does not know this move. */
  NOT_NOW,
  /** Author and approver are one person, whatever the login. */
  SAME_PERSON,
  /** The approved hash is not that of the current preview. */
  OTHER_PREVIEW,
  /** The preview is older than half an hour. */
  PREVIEW_TOO_OLD,
  /** The alert would be over before it begins. */
  EXPIRED,
  /** The alert would last longer than its readers may be told. */
  TOO_LONG,
  /** No valid entry of the register gives this person this power. */
  NOT_IN_REGISTER,
  /** A stop stands, or the case is frozen, ended or erased. */
  HELD,
  /** The case is about a child who is at risk, or found: nobody is missing. */
  NOT_A_SEARCH,
  /** Police have not checked custody and protection orders of all its children. */
  ORDERS_NOT_CHECKED,
  /** Police have said something else about orders than the person read. */
  OTHER_WORD,
  /** There is no such child in it. */
  NO_SUCH_CHILD,
  /** Without its last child it would end, and an operator alone only freezes. */
  OPERATOR_FREEZES,
  /**
   * Another alert of the case is live for some of the same people, and the preview says nothing of
   * it.
   */
  ANOTHER_IS_LIVE
}
