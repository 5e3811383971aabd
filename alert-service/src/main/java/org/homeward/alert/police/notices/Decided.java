package org.homeward.alert.police.notices;

import org.homeward.schema.event.ChangeType;

/** What a case's newest state means for the police. */
sealed interface Decided {

  /** There is no notice, and none comes. */
  record NoNotice() implements Decided {}

  /** Nothing that the police may read has changed. */
  record Same(PoliceNotice notice) implements Decided {}

  /** They are told. */
  record Becomes(PoliceNotice notice, ChangeType change) implements Decided {}
}
