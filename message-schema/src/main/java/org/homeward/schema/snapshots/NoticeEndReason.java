package org.homeward.schema.snapshots;

/** The reason why a notice ended. */
public enum NoticeEndReason {
  SEARCH_ENDED,
  TAKEN_BACK,
  ERASED,
  OTHER
}
