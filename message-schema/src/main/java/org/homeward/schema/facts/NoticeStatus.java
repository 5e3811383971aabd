package org.homeward.schema.facts;

/** State of a police notice that is not erased. */
public enum NoticeStatus {
  ACTIVE,
  ENDED
}
