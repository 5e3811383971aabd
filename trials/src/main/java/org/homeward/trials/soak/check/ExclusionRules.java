package org.homeward.trials.soak.check;

import java.util.List;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;

/**
 * Rules for exclusions: a person from whom a case is kept finds neither the case nor its alerts and
 * handovers.
 */
final class ExclusionRules implements Checker.Rule {

  @Override
  public void check(Run run, List<Violation> found) {
    run.of(Kind.EXCLUDE)
        .filter(KeyedRequests::isOk)
        .forEach(
            kept ->
                run.end().shown().stream()
                    .filter(shown -> shown.subject().equals(kept.subject()))
                    .filter(shown -> shown.node().equals(kept.node()))
                    .map(shown -> "%s was answered %d".formatted(shown.what(), shown.status()))
                    .forEach(what -> found.add(violation(kept.subject(), what))));
    run.operations().stream()
        .filter(look -> look.kind() == Kind.EXCLUDED_LOOK && look.isOk())
        .filter(look -> isAfterExclusion(run, look))
        .map(look -> violation(look.subject(), "the case was shown"))
        .distinct()
        .forEach(found::add);
  }

  private static Violation violation(String subject, String what) {
    return new Violation(6, subject + ": kept from a person, and " + what);
  }

  private static boolean isAfterExclusion(Run run, Operation look) {
    return run.operations().stream()
        .filter(kept -> kept.kind() == Kind.EXCLUDE && kept.isOk())
        .filter(kept -> kept.subject().equals(look.subject()))
        .anyMatch(kept -> run.isAnsweredBefore(kept, look));
  }
}
