package org.homeward.alert.police.notices;

import java.time.Clock;
import java.time.Instant;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.event.ChangeType;

/** Makes a tombstone of a notice whose time has come. */
final class ForgetNotice {

  private final GuardedDocuments<PoliceNotice> notices;
  private final Clock clock;

  ForgetNotice(GuardedDocuments<PoliceNotice> notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  /** Does nothing when it is not time. */
  void forgetIfDue(String id) {
    WriteOutcome<PoliceNotice, Boolean> _ = notices.change(id, this::decide);
  }

  private Decision<PoliceNotice, Boolean> decide(Guarded<PoliceNotice> read) {
    Instant now = clock.instant();
    boolean due = read.dueAt(now).contains(TellPolice.TOMBSTONE_DUE);
    return due
            && NoticeDecisions.forget(read.state(), now)
                instanceof NoticeDecision.Becomes(PoliceNotice.Erased erased, ChangeType change)
        ? Decision.write(TellPolice.erased(erased, change, read.dues(), now), true)
        : Decision.keep(false);
  }
}
