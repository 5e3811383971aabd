package org.homeward.trials.soak.look;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.local.client.Answer;
import org.homeward.trials.soak.check.EndState.ShownEnd;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.load.People;

/** Asks for cases, alerts and handovers as a person from whom the cases are kept. */
final class ExclusionLook {
  /** Those of the newest round; earlier ones were asked for in theirs. */
  private static final int NEWEST = 10;

  private static final Map<Kind, String> WHERE =
      Map.of(
          Kind.EXCLUDE, "/api/v1/cases/",
          Kind.DRAFT, "/api/v1/alerts/",
          Kind.OFFER, "/api/v1/handovers/");

  private final People people;

  ExclusionLook(People people) {
    this.people = people;
  }

  /** Everything that is not answered like an unknown id. */
  Set<ShownEnd> shown(List<Operation> operations) {
    Map<String, Operation> kept = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation.kind() == Kind.EXCLUDE && operation.isOk()) {
        kept.put(operation.subject(), operation);
      }
    }
    Set<ShownEnd> shown = new HashSet<>();
    Set<String> asked = new HashSet<>();
    List<String> newest = kept.keySet().stream().skip(Math.max(0, kept.size() - NEWEST)).toList();
    for (Operation made : operations) {
      String where = WHERE.get(made.kind());
      if (where != null && made.isOk() && newest.contains(made.subject())) {
        String path = where + made.gave();
        if (asked.add(path)) {
          Answer answer = people.relative(made.node()).get(path);
          if (answer.status() != 404) {
            shown.add(new ShownEnd(made.node(), made.subject(), path, answer.status()));
          }
        }
      }
    }
    return shown;
  }
}
