package org.homeward.intake.endings;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.schema.event.ChangeType;

/**
 * Publishes that an erased case has no history here any more; other services wait for this before
 * they confirm the erasure to a partner.
 */
final class TellForgotten implements AlarmHandler {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCase> cases;

  TellForgotten(GuardedDocuments<KeptCase> cases) {
    this.cases = cases;
  }

  /** Answers the due once the case's history is gone; safe to repeat. */
  @Override
  public void due(String id) {
    cases.change(id, TellForgotten::told);
  }

  private static Decision<KeptCase, Boolean> told(Guarded<KeptCase> read) {
    boolean isDue = read.dues().containsKey(CaseEdit.TELL_DUE);
    if (!isDue || !(read.state() instanceof ErasedCase stone)) {
      return Decision.keep(false);
    }
    if (read.dues().containsKey(KeptHistory.FORGET_DUE)) return Decision.keep(false); // upholds 7
    Map<String, Instant> others = new TreeMap<>(read.dues());
    others.remove(CaseEdit.TELL_DUE);
    return Decision.write(
        Edit.<KeptCase>of(stone.thatIsForgotten(), BY, ChangeType.CASE_FORGOTTEN.text())
            .withDues(others)
            .asEssential(),
        true);
  }
}
