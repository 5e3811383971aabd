package org.homeward.trials.soak.check;

import java.util.List;
import java.util.Map;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.CopyEnd;
import org.homeward.trials.soak.check.EndState.NodeEnd;

/** Rule: all services of a node have the newest published version of each case. */
final class CopyRule implements Checker.Rule {

  @Override
  public void check(Run run, List<Violation> found) {
    run.end()
        .nodes()
        .forEach(
            (name, node) -> {
              for (CaseEnd each : node.cases()) {
                copy(name, "alert", each, node, node.alertCopies(), found);
                copy(name, "bridge", each, node, node.bridgeCopies(), found);
              }
            });
  }

  private static void copy(
      String node,
      String service,
      CaseEnd of,
      NodeEnd end,
      Map<String, CopyEnd> copies,
      List<Violation> found) {
    String what = "%s %s: its copy of case %s".formatted(node, service, of.id());
    CopyEnd copy = copies.get(of.id());
    Long newest = end.newest().get(of.id());
    if (copy == null) {
      found.add(new Violation(0, what + " is missing"));
    } else if (newest != null && copy.version() != newest) {
      found.add(
          new Violation(0, "%s has version %d, not %d".formatted(what, copy.version(), newest)));
    } else if (copy.erased() != of.erased()
        || copy.ended() != of.ended()
        || copy.frozen() != of.frozen()) {
      found.add(new Violation(0, what + " shows another state"));
    }
  }
}
