package org.homeward.intake.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.PoliceWarning;
import org.homeward.schema.facts.ReporterRelation;
import org.homeward.schema.facts.Says;

/** Proposes whether the police should be told of a report; a person decides. */
final class ReleaseProposals {

  private static final List<Function<Says, Optional<HoldReason>>> RULES =
      List.of(
          ReleaseProposals::childCallsItself,
          ReleaseProposals::harmIsAtHome,
          ReleaseProposals::callerRefuses);

  private ReleaseProposals() {}

  /** Released for a third party who reports unknown whereabouts; held when one rule objects. */
  public static Proposal propose(Says says) {
    return RULES.stream()
        .flatMap(rule -> rule.apply(says).stream())
        .findFirst()
        .map(Proposal::new)
        .orElse(Proposal.RELEASE);
  }

  private static Optional<HoldReason> childCallsItself(Says says) {
    var reporter = says.reporter();
    return reporter != null
            && reporter.relation() != null
            && reporter.relation().is(ReporterRelation.CHILD_SELF)
        ? Optional.of(HoldReason.CHILD_CALLED)
        : Optional.empty();
  }

  private static Optional<HoldReason> harmIsAtHome(Says says) {
    boolean home =
        says.warnings().stream()
            .anyMatch(
                w ->
                    w.is(PoliceWarning.VIOLENCE_AT_HOME)
                        || w.is(PoliceWarning.DO_NOT_RETURN_CHILD_HOME));
    return home ? Optional.of(HoldReason.CAREGIVER_NAMED) : Optional.empty();
  }

  private static Optional<HoldReason> callerRefuses(Says says) {
    var reporter = says.reporter();
    return reporter != null && Boolean.FALSE.equals(reporter.agreesToPolice())
        ? Optional.of(HoldReason.REFUSED)
        : Optional.empty();
  }
}
