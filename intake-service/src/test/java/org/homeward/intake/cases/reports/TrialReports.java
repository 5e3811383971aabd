package org.homeward.intake.cases.reports;

import java.time.Clock;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.intake.cases.TrialCases;

/** What a test of another room needs to open cases. */
public final class TrialReports {

  private TrialReports() {}

  public static OpenCase opening(TrialCases trial, StoreCapacity room, Clock clock) {
    return new OpenCase(trial.documents(), state -> true, room, "rs", clock);
  }
}
