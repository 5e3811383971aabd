package org.homeward.intake.lifts;

import java.time.Clock;
import java.time.Duration;
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

/** Rings for a partner's brake, again and again, until a supervisor has answered it. */
final class RingForBrake implements AlarmHandler {

  static final Duration EVERY = Duration.ofMinutes(5);

  private static final String BY = "intake";

  private final GuardedDocuments<KeptCase> cases;
  private final Bell bell;
  private final Clock clock;

  RingForBrake(GuardedDocuments<KeptCase> cases, Bell bell, Clock clock) {
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
    boolean isDue =
        read.state() instanceof Case live
            && live.ringsAt().filter(at -> !at.isAfter(now)).isPresent();
    if (!isDue || !(read.state() instanceof Case braked)) {
      return Decision.keep(false);
    }
    Case next = braked.with(braked.rulings().ringing(now.plus(EVERY)));
    return Decision.write(CaseEdit.of(next, BY, now, List.of()).asEssential(), true);
  }
}
