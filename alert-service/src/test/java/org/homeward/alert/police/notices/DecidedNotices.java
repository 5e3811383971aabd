package org.homeward.alert.police.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.alert.trial.TrialCase;
import org.homeward.copies.CaseCopy;

/** Decides about the notice of a trial case. */
final class DecidedNotices {

  static final Instant LATER = TrialCase.AT.plusSeconds(60);

  static final NoticeDecisions DECISIONS =
      new NoticeDecisions(
          new PoliceReading(Clock.systemUTC()),
          new AddressNotice(List::of, "rs"),
          photo -> "link-" + photo,
          "rs");

  private DecidedNotices() {}

  static PoliceNotice.Active first(TrialCase trial) {
    return active(of(trial, Optional.empty(), TrialCase.AT));
  }

  static PoliceNotice.Active next(TrialCase trial, PoliceNotice before) {
    return active(of(trial, Optional.of(before), LATER));
  }

  static NoticeDecision of(TrialCase trial, Optional<PoliceNotice> before, Instant at) {
    return DECISIONS.decide(new CaseCopy.Known(trial.snapshot()), before, at);
  }

  private static PoliceNotice.Active active(NoticeDecision decided) {
    return (PoliceNotice.Active) becomes(decided).notice();
  }

  static NoticeDecision.Becomes becomes(NoticeDecision decided) {
    assertThat(decided).isInstanceOf(NoticeDecision.Becomes.class);
    return (NoticeDecision.Becomes) decided;
  }
}
