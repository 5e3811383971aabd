package org.homeward.intake.kinds;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseEdit;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.rulings.Bell;
import org.homeward.intake.rulings.KindRuling;

/**
 * Rings 30 days before a case at risk comes to its end, and every week from then on, until somebody
 * has renewed it, says that the child is missing, or ends it. Nothing lapses by itself.
 */
final class RingBeforeEnd implements AlarmHandler {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCase> cases;
  private final Bell bell;
  private final Clock clock;

  RingBeforeEnd(GuardedDocuments<KeptCase> cases, Bell bell, Clock clock) {
    this.cases = cases;
    this.bell = bell;
    this.clock = clock;
  }

  /** Sets the next ring first: one that is lost comes again by then. */
  @Override
  public void due(String id) {
    boolean rings =
        cases.change(id, this::rung) instanceof WriteOutcome.Written<KeptCase, Boolean> _;
    if (rings) bell.ring(id); // upholds 11
  }

  private Decision<KeptCase, Boolean> rung(Guarded<KeptCase> read) {
    Instant now = clock.instant();
    if (!(read.state() instanceof Case live) || live.standing() == Case.Standing.ENDED) {
      return Decision.keep(false);
    }
    KindRuling kind = live.rulings().kind();
    if (kind.ringsAt().filter(at -> !at.isAfter(now)).isEmpty()) {
      return Decision.keep(false);
    }
    Case next = live.with(live.rulings().being(kind.rung(now)));
    return Decision.write(CaseEdit.of(next, BY, now, List.of()).asEssential(), true);
  }
}
