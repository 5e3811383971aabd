package org.homeward.trials.soak.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Operation.Result;

/** The same key gets the same answer, however often. */
final class RepeatRule implements Checker.Rule {

  @Override
  public void check(Run run, List<Violation> found) {
    for (KeyedRequests wish : run.remembered()) {
      if (wish.kind() != Kind.LOOK) {
        check(wish, found);
      }
    }
  }

  private static void check(KeyedRequests wish, List<Violation> found) {
    Set<String> gave = new TreeSet<>();
    boolean granted = false;
    for (Operation request : wish.requests()) {
      if (request.isOk()) {
        gave.add(request.gave());
        granted = true;
      } else if (granted && request.result() == Result.REFUSED) {
        found.add(
            new Violation(
                2,
                "%s: a repeated %s was refused (%d %s)"
                    .formatted(wish.subject(), wish.kind(), request.status(), request.problem())));
      }
    }
    if (gave.size() > 1) {
      found.add(
          new Violation(
              2, "%s: %s gave different things to one key".formatted(wish.subject(), wish.kind())));
    }
  }
}
