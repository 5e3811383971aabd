package org.homeward.intake.cases;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.schema.event.ChangeType;

/**
 * Tells of an erased case that what it was is not kept here any more: others wait for it before
 * they say to a partner that the case is erased.
 */
public final class TellForgotten {

  /** The due that stays from the erasure until it is told, whatever dies in between. */
  static final String TELL_DUE = "tell-forgotten";

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCase> cases;

  public TellForgotten(GuardedDocuments<KeptCase> cases) {
    this.cases = cases;
  }

  /** Answers the due once the case's history is gone; safe to repeat. */
  public void tellIfForgotten(String id) {
    cases.change(id, TellForgotten::told);
  }

  private static Decision<KeptCase, Boolean> told(Guarded<KeptCase> read) {
    boolean isDue = read.dues().containsKey(TELL_DUE);
    if (!isDue || !(read.state() instanceof ErasedCase stone)) {
      return Decision.keep(false);
    }
    if (read.dues().containsKey(KeptHistory.FORGET_DUE)) return Decision.keep(false); // upholds 7
    Map<String, Instant> others = new TreeMap<>(read.dues());
    others.remove(TELL_DUE);
    return Decision.write(
        Edit.<KeptCase>of(stone.thatIsForgotten(), BY, ChangeType.CASE_FORGOTTEN.text())
            .withDues(others)
            .asEssential(),
        true);
  }
}
