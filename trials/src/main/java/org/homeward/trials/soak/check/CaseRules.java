package org.homeward.trials.soak.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.NodeEnd;
import org.homeward.trials.soak.history.Kind;

/**
 * Rules for cases: each accepted report exists once, nothing else exists, and every look is
 * recorded.
 */
final class CaseRules implements Checker.Rule {
  private static final Map<String, String> PERSONS = Map.of("ana", "p-1001", "maria", "p-2001");

  @Override
  public void check(Run run, List<Violation> found) {
    run.of(Kind.FILE).forEach(filed -> filed(run, filed, found));
    invented(run, found);
    run.of(Kind.RELEASE).forEach(wish -> released(run, wish, found));
    run.of(Kind.END)
        .filter(KeyedRequests::isOk)
        .filter(wish -> run.ownCase(wish).filter(c -> !c.ended() && !c.erased()).isPresent())
        .forEach(wish -> found.add(new Violation(1, wish.subject() + ": its end is lost")));
    run.of(Kind.ERASE)
        .filter(KeyedRequests::isOk)
        .filter(wish -> run.ownCase(wish).filter(c -> !c.erased()).isPresent())
        .forEach(wish -> found.add(new Violation(1, wish.subject() + ": its erasure is lost")));
    run.of(Kind.FREEZE)
        .filter(KeyedRequests::isOk)
        .filter(wish -> run.ownCase(wish).filter(c -> !c.isStopped()).isPresent())
        .forEach(wish -> found.add(new Violation(4, wish.subject() + ": its freeze is lost")));
    run.of(Kind.LIFT)
        .filter(KeyedRequests::isOk)
        .filter(wish -> run.ownCase(wish).filter(CaseEnd::frozen).isPresent())
        .forEach(wish -> found.add(new Violation(4, wish.subject() + ": its lift is lost")));
    looks(run, found);
  }

  private static void filed(Run run, KeyedRequests filed, List<Violation> found) {
    List<CaseEnd> there = run.withPlate(filed.subject());
    if (there.size() > 1) {
      found.add(new Violation(2, filed.subject() + ": " + there.size() + " cases of one report"));
    }
    if (filed.isRefused() && !there.isEmpty()) {
      found.add(new Violation(1, filed.subject() + ": a case although its report was refused"));
    }
    if (!filed.isOk()) {
      return;
    }
    Optional<CaseEnd> told = run.caseOf(filed.node(), filed.gave());
    if (told.isEmpty()) {
      found.add(new Violation(1, filed.subject() + ": accepted, and its case is not there"));
    } else if (!told.get().erased() && !told.get().plate().equals(filed.subject())) {
      found.add(new Violation(1, filed.subject() + ": its Location shows another case"));
    }
  }

  private static void invented(Run run, List<Violation> found) {
    Set<String> known = run.of(Kind.FILE).map(KeyedRequests::subject).collect(Collectors.toSet());
    run.end()
        .nodes()
        .forEach(
            (name, node) ->
                node.cases().stream()
                    .filter(c -> c.home().equals(name) && !c.plate().isEmpty())
                    .filter(c -> !known.contains(c.plate()))
                    .forEach(
                        c -> found.add(new Violation(1, c.plate() + ": a case nobody filed"))));
  }

  private static void released(Run run, KeyedRequests wish, List<Violation> found) {
    Optional<CaseEnd> there = run.ownCase(wish).filter(c -> !c.erased());
    if (wish.isOk() && there.filter(c -> !c.released()).isPresent()) {
      found.add(new Violation(1, wish.subject() + ": its release is lost"));
    }
    if (wish.isRefused() && there.filter(CaseEnd::released).isPresent()) {
      found.add(new Violation(12, wish.subject() + ": released although that was refused"));
    }
  }

  private static void looks(Run run, List<Violation> found) {
    Map<String, Map<String, Long>> taken = new HashMap<>();
    run.of(Kind.LOOK)
        .filter(KeyedRequests::isOk)
        .forEach(
            wish ->
                taken
                    .computeIfAbsent(wish.node(), _ -> new HashMap<>())
                    .merge(
                        NodeEnd.look(wish.gave(), PERSONS.getOrDefault(wish.by(), "")),
                        1L,
                        Long::sum));
    taken.forEach(
        (node, looks) ->
            looks.forEach(
                (look, times) -> {
                  long recorded = run.node(node).looks().getOrDefault(look, 0L);
                  if (recorded < times) {
                    found.add(
                        new Violation(
                            10, "%s: %d looks, %d recorded".formatted(look, times, recorded)));
                  }
                }));
  }
}
