package org.homeward.intake.holds;

import java.time.Clock;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.KeptCase;

/** The alarm of this room, for tests of what cases of earlier releases do. */
public final class TrialHolds {

  private TrialHolds() {}

  public static AlarmHandler reminder(GuardedDocuments<KeptCase> cases, Clock clock) {
    return new RemindOfHeld(cases, clock);
  }
}
