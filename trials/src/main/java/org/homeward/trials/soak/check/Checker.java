package org.homeward.trials.soak.check;

import java.util.ArrayList;
import java.util.List;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Restored;

/** Knows what must hold between what was wanted and what is there in the end. */
public final class Checker {
  private static final List<Rule> RULES =
      List.of(
          new CaseRules(),
          new RepeatRule(),
          new AlertRules(),
          new PartnerRules(),
          new FeedRules(),
          new CopyRule(),
          new RestoreRules());

  private Checker() {}

  /** Adds what it finds wrong. */
  interface Rule {
    void check(Run run, List<Violation> found);
  }

  /** Empty when all is as it must be. */
  public static List<Violation> check(
      List<Operation> history, List<Restored> restores, EndState end) {
    List<Violation> found = new ArrayList<>(end.troubles());
    var run = new Run(history, restores, end);
    RULES.forEach(rule -> rule.check(run, found));
    return found;
  }
}
