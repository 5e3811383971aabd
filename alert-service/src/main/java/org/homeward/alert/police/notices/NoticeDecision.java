package org.homeward.alert.police.notices;

import org.homeward.schema.event.ChangeType;

/** The decision about a notice after its case has changed. */
sealed interface NoticeDecision {

  /** There is no notice, and none comes. */
  record NoNotice() implements NoticeDecision {}

  /** Nothing that the police may read has changed. */
  record Same(PoliceNotice notice) implements NoticeDecision {}

  /** They are told. */
  record Becomes(PoliceNotice notice, ChangeType change) implements NoticeDecision {}
}
