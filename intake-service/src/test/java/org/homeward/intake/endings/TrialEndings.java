package org.homeward.intake.endings;

import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.KeptCase;

/** The alarm of this room, for tests of what cases of earlier releases do. */
public final class TrialEndings {

  private TrialEndings() {}

  public static AlarmHandler forgotten(GuardedDocuments<KeptCase> cases) {
    return new TellForgotten(cases);
  }
}
