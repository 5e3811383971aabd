package org.homeward.intake.checklists;

import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.Drain;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.worksheets.KeepChecks;
import org.jspecify.annotations.Nullable;

/** Keeps the worksheet of a case to what the rules ask for, whenever the case has changed. */
final class SetChecks implements Drain<KeptCase> {

  private final WantChecks wantChecks;
  private final KeepChecks keepChecks;

  SetChecks(WantChecks wantChecks, KeepChecks keepChecks) {
    this.wantChecks = wantChecks;
    this.keepChecks = keepChecks;
  }

  @Override
  public void drain(Guarded<KeptCase> document) {
    if (document.state() instanceof Case live) {
      keepChecks.want(document.id(), wantChecks.of(live), owner(live)); // upholds 11
    }
  }

  /** The person who took the first report, unless the case is kept from her by now. */
  private static @Nullable String owner(Case live) {
    return live.reports().stream()
        .map(KeptReport::by)
        .findFirst()
        .filter(person -> !live.isKeptFrom(person))
        .orElse(null);
  }
}
