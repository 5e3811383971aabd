package org.homeward.intake.holds;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.KeptCase;

/** Answers the alarm of a report that is still held when it should have been looked at again. */
final class RemindOfHeld implements AlarmHandler {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCase> cases;
  private final Clock clock;

  RemindOfHeld(GuardedDocuments<KeptCase> cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public void due(String id) {
    cases.change(id, this::withTasks);
  }

  private Decision<KeptCase, String> withTasks(Guarded<KeptCase> read) {
    Instant now = clock.instant();
    if (read.state() instanceof Case live) {
      Case next = live.withReviewsDue(now);
      if (!next.equals(live)) {
        return Decision.write(CaseEdit.of(next, BY, now, List.of()).asEssential(), "reminded");
      }
    }
    return Decision.keep("nothing is overdue");
  }
}
