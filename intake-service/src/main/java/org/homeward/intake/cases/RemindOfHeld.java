package org.homeward.intake.cases;

import java.time.Clock;
import java.util.OptionalLong;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Answers the alarm of a report that is still held when it should have been looked at again. */
public final class RemindOfHeld {

  private static final String BY = "intake";

  private final GuardedDocuments<Case> cases;
  private final Clock clock;

  public RemindOfHeld(GuardedDocuments<Case> cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  public void remind(String id) {
    cases.change(id, OptionalLong.empty(), null, this::withTasks);
  }

  private Decision<Case, String> withTasks(Guarded<Case> read) {
    Case next = HoldReviews.withOverdueTasks(read.state(), clock.instant());
    if (next.equals(read.state())) {
      return Decision.keep("nothing is overdue");
    }
    return Decision.write(
        Edit.of(next, BY).withDues(HoldReviews.dues(next)).asEssential(), "reminded");
  }
}
