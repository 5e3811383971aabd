package org.homeward.trials.soak.check;

import java.util.ArrayList;
import java.util.List;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Restored;

/** Compares the requests and outcomes of a run with the end state. */
public final class Checker {
  private static final List<Rule> RULES =
      List.of(
          new CaseRules(),
          new EvidenceRules(),
          new CareRules(),
          new ExclusionRules(),
          new RepeatRule(),
          new AlertRules(),
          new PartnerRules(),
          new FeedRules(),
          new CopyRule(),
          new RestoreRules());

  private Checker() {}

  /** Adds the violations that it finds. */
  interface Rule {
    void check(Run run, List<Violation> found);
  }

  /** Returns all violations. */
  public static List<Violation> check(
      List<Operation> history, List<Restored> restores, EndState end) {
    List<Violation> found = new ArrayList<>(end.troubles());
    var run = new Run(history, restores, end);
    RULES.forEach(rule -> rule.check(run, found));
    return found;
  }
}
