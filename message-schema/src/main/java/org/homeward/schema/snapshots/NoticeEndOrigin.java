package org.homeward.schema.snapshots;

/** The hotline whose word ended a notice: the one that publishes it, or the partner it is from. */
public enum NoticeEndOrigin {
  HOTLINE,
  PARTNER,
  OTHER
}
