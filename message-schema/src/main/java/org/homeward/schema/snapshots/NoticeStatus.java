package org.homeward.schema.snapshots;

/** State of a police notice that is not erased. */
public enum NoticeStatus {
  ACTIVE,
  ENDED
}
