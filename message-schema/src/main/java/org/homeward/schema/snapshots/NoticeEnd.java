package org.homeward.schema.snapshots;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.values.Code;

/**
 * Why a notice ended, and by whom. That a case was taken back or erased says nothing of the child.
 */
public record NoticeEnd(Code<NoticeEndReason> reason, Code<NoticeEndOrigin> origin) {

  public NoticeEnd {
    requireNonNull(reason, "reason");
    requireNonNull(origin, "origin");
  }

  /**
   * @param ours whether this node owned the case
   */
  public static NoticeEnd of(NoticeEndReason reason, boolean ours) {
    NoticeEndOrigin origin = ours ? NoticeEndOrigin.HOTLINE : NoticeEndOrigin.PARTNER;
    return new NoticeEnd(Code.of(reason), Code.of(origin));
  }
}
