package org.homeward.trials.soak.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.HandoverEnd;
import org.homeward.trials.soak.history.Kind;

/**
 * Rules about a partner's handovers: one open at a time, offered once, owned at home, ended from
 * there, gone after a recall.
 */
final class PartnerRules implements Checker.Rule {
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);
  private static final Set<String> OVER =
      Set.of("REJECTED", "ENDED", "REVOKED", "RECALLED", "CLOSED");
  private static final Set<String> PROOFS = Set.of("ERASED", "KEPT");

  @Override
  public void check(Run run, List<Violation> found) {
    run.of(Kind.FOREIGN_END)
        .filter(KeyedRequests::isOk)
        .forEach(wish -> found.add(new Violation(5, wish.subject() + ": ended by a partner")));
    run.of(Kind.EXERCISE_OFFER)
        .filter(KeyedRequests::isOk)
        .forEach(wish -> found.add(new Violation(9, wish.subject() + ": an exercise got out")));
    run.of(Kind.OFFER).filter(KeyedRequests::isOk).forEach(offer -> offered(run, offer, found));
    twoOfOneCase(run, found);
    run.end()
        .nodes()
        .forEach(
            (name, node) ->
                node.cases().stream()
                    .filter(c -> !c.home().equals(name))
                    .forEach(c -> foreign(run, c, found)));
  }

  /** Each node has one partner, and nobody offers a case again. */
  private static void twoOfOneCase(Run run, List<Violation> found) {
    Map<String, Set<String>> granted = new TreeMap<>();
    run.of(Kind.OFFER)
        .filter(KeyedRequests::isOk)
        .forEach(
            offer ->
                granted.computeIfAbsent(offer.subject(), _ -> new HashSet<>()).add(offer.gave()));
    granted.forEach(
        (subject, handovers) -> {
          if (handovers.size() > 1) {
            found.add(
                new Violation(2, subject + ": offered at once, " + handovers.size() + " granted"));
          }
        });
    run.end()
        .nodes()
        .forEach(
            (name, node) ->
                node.handovers().values().stream()
                    .filter(side -> side.owned() && !OVER.contains(side.status()))
                    .collect(groupingBy(HandoverEnd::caseId, TreeMap::new, counting()))
                    .forEach(
                        (caseId, open) -> {
                          if (open > 1) {
                            found.add(
                                new Violation(
                                    2,
                                    "%s: case %s has %d open handovers"
                                        .formatted(name, caseId, open)));
                          }
                        }));
  }

  private static void offered(Run run, KeyedRequests offer, List<Violation> found) {
    String subject = offer.subject();
    String partner = run.other(offer.node());
    Optional<HandoverEnd> owned = run.handover(offer.node(), offer.gave());
    Optional<HandoverEnd> held = run.handover(partner, offer.gave());
    if (owned.isEmpty()) {
      found.add(new Violation(1, subject + ": offered, and its handover is not there"));
      return;
    }
    if (run.isOk(subject, Kind.RECALL) || run.isOk(subject, Kind.ERASE)) {
      isGone(run, subject, partner, found);
    }
    if (held.isEmpty() && mayHaveForgotten(run, offer, partner)) {
      return; // its owner, who knows, can call it back, and it is gone then
    }
    if (held.isEmpty()) {
      found.add(new Violation(1, subject + ": offered, and the partner has nothing"));
      return;
    }
    if (run.isOk(subject, Kind.BRAKE) && !owned.get().braked()) {
      found.add(new Violation(4, subject + ": braked, and its owner does not know"));
    }
    boolean accepted = run.isOk(subject, Kind.ACCEPT);
    boolean ended = run.isOk(subject, Kind.END);
    boolean recalled = run.isOk(subject, Kind.RECALL) || run.isOk(subject, Kind.ERASE);
    if (accepted && (ended || recalled) && !held.get().stopped()) {
      found.add(new Violation(5, subject + ": over at home, and its partner does not know"));
    }
    if (accepted && recalled) {
      recalled(run, subject, owned.get(), partner, held.get(), found);
    }
    if (run.isOk(subject, Kind.CHECK) && run.caseOf(partner, held.get().caseId()).isEmpty()) {
      found.add(new Violation(1, subject + ": checked abroad, and there is no case"));
    }
  }

  /** Everything that the partner's bridge knows of it. */
  private static void isGone(Run run, String subject, String partner, List<Violation> found) {
    boolean there =
        run.node(partner).cases().stream()
            .anyMatch(c -> !c.home().equals(partner) && c.plate().equals(subject) && !c.erased());
    if (there) {
      found.add(new Violation(7, subject + ": called back, and the partner still has it"));
    }
  }

  /** Whether it reached the partner after the copy that the partner was restored from. */
  private static boolean mayHaveForgotten(Run run, KeyedRequests offer, String partner) {
    return run.restoresOf(partner)
        .anyMatch(
            restored ->
                offer.invoked().isBefore(restored.started())
                    && offer.answered().plus(ON_ITS_WAY).isAfter(restored.copied())
                    && run.about(offer.subject(), Kind.ACKNOWLEDGE)
                        .filter(move -> move.answered().isBefore(restored.copied()))
                        .isEmpty());
  }

  private static void recalled(
      Run run,
      String subject,
      HandoverEnd owned,
      String partner,
      HandoverEnd held,
      List<Violation> found) {
    if (owned.receipts().stream().noneMatch(PROOFS::contains)) {
      found.add(new Violation(7, subject + ": called back, and there is no receipt"));
    }
    Optional<CaseEnd> foreign = run.caseOf(partner, held.caseId());
    foreign.ifPresent(
        c ->
            c.leftovers()
                .forEach(
                    place ->
                        found.add(
                            new Violation(6, subject + ": called back, and still in " + place))));
  }

  private static void foreign(Run run, CaseEnd foreign, List<Violation> found) {
    String plate = foreign.plate();
    if (plate.isEmpty()) {
      return;
    }
    if (!run.mayBe(plate, Kind.RELEASE)) {
      found.add(new Violation(6, plate + ": held at home, and known abroad"));
    }
    if (!run.mayBe(plate, Kind.ACCEPT)) {
      found.add(new Violation(6, plate + ": known abroad, and nobody accepted it"));
    }
    if (foreign.ended() && !run.mayBe(plate, Kind.END)) {
      found.add(new Violation(5, plate + ": ended abroad, and not at home"));
    }
  }
}
