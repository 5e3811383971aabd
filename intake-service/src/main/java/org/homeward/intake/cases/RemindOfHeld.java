package org.homeward.intake.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Answers the alarm of a report that is still held when it should have been looked at again. */
public final class RemindOfHeld {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCase> cases;
  private final Clock clock;

  public RemindOfHeld(GuardedDocuments<KeptCase> cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  public void remind(String id) {
    cases.change(id, this::withTasks);
  }

  private Decision<KeptCase, String> withTasks(Guarded<KeptCase> read) {
    Instant now = clock.instant();
    if (read.state() instanceof Case live) {
      Case next = HoldReviews.withOverdueTasks(live, now);
      if (!next.equals(live)) {
        return Decision.write(CaseEdit.of(next, BY, now, List.of()).asEssential(), "reminded");
      }
    }
    return Decision.keep("nothing is overdue");
  }
}
