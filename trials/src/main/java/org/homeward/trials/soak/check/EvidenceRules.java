package org.homeward.trials.soak.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.NodeEnd;
import org.homeward.trials.soak.check.EndState.TipEnd;
import org.homeward.trials.soak.check.EndState.UploadEnd;
import org.homeward.trials.soak.history.Kind;

/**
 * Rules for photos and tips: each accepted one is there once, with its bytes, until its case is
 * erased; then nothing of it is.
 */
final class EvidenceRules implements Checker.Rule {

  @Override
  public void check(Run run, List<Violation> found) {
    run.of(Kind.UPLOAD)
        .filter(KeyedRequests::isOk)
        .filter(wish -> isToBeThere(run, wish))
        .forEach(wish -> uploaded(run, wish, found));
    run.of(Kind.TIP)
        .filter(KeyedRequests::isOk)
        .filter(wish -> isToBeThere(run, wish))
        .filter(wish -> tip(run, wish).filter(tip -> !tip.gone()).isEmpty())
        .forEach(wish -> found.add(new Violation(1, wish.subject() + ": its tip is lost")));
    run.of(Kind.PICTURED)
        .filter(KeyedRequests::isOk)
        .filter(wish -> isToBeThere(run, wish))
        .filter(wish -> tip(run, wish).filter(tip -> !tip.gone() && tip.bytes()).isEmpty())
        .forEach(wish -> found.add(new Violation(1, wish.subject() + ": its picture is lost")));
    run.of(Kind.TIE)
        .filter(KeyedRequests::isOk)
        .filter(wish -> isErased(run, wish))
        .filter(wish -> tip(run, wish).filter(tip -> !tip.gone()).isPresent())
        .forEach(
            wish -> found.add(new Violation(8, wish.subject() + ": erased, and its tip is not")));
    run.end().nodes().forEach((name, node) -> nothingMore(run, name, node, found));
  }

  /** Erasing takes it, and copies of a node hold no photo at which nobody has looked. */
  private static boolean isToBeThere(Run run, KeyedRequests wish) {
    boolean restored =
        run.restoresOf(wish.node()).anyMatch(each -> each.started().isAfter(wish.answered()));
    return !restored && !isErased(run, wish) && !run.mayBe(wish.subject(), Kind.ERASE);
  }

  private static boolean isErased(Run run, KeyedRequests wish) {
    return run.ownCase(wish).filter(CaseEnd::erased).isPresent();
  }

  private static Optional<TipEnd> tip(Run run, KeyedRequests wish) {
    return run.node(wish.node()).tips().stream()
        .filter(
            tip ->
                tip.id().equals(wish.gave())
                    || (wish.kind() != Kind.TIP && tip.plate().equals(wish.subject())))
        .findFirst();
  }

  private static void uploaded(Run run, KeyedRequests wish, List<Violation> found) {
    Optional<UploadEnd> there =
        run.node(wish.node()).uploads().stream()
            .filter(upload -> upload.id().equals(wish.gave()))
            .findFirst();
    if (there.filter(upload -> !upload.gone()).isEmpty()) {
      found.add(new Violation(1, wish.subject() + ": its photo is lost"));
    } else if (!there.get().bytes()) {
      found.add(new Violation(1, wish.subject() + ": its photo has no bytes"));
    }
  }

  private static void nothingMore(Run run, String name, NodeEnd node, List<Violation> found) {
    Set<String> erased =
        node.cases().stream().filter(CaseEnd::erased).map(CaseEnd::id).collect(Collectors.toSet());
    for (UploadEnd upload : node.uploads()) {
      boolean isOver = upload.gone() || erased.contains(upload.caseId());
      if (isOver && (!upload.gone() || upload.bytes())) {
        found.add(new Violation(8, name + ": something is left of photo " + upload.id()));
      }
    }
    for (TipEnd tip : node.tips()) {
      if (!tip.gone() && erased.contains(tip.caseId())) {
        found.add(new Violation(8, name + ": tip " + tip.id() + " of an erased case is left"));
      }
    }
    once(run, name, node, found);
  }

  private static void once(Run run, String name, NodeEnd node, List<Violation> found) {
    Set<String> seen = new HashSet<>();
    for (TipEnd tip : node.tips()) {
      if (!tip.gone() && !tip.plate().isEmpty() && !seen.add(tip.plate())) {
        found.add(new Violation(2, tip.plate() + ": one tip is there twice"));
      }
    }
    run.of(Kind.FILE)
        .filter(filed -> filed.node().equals(name) && filed.isOk())
        .forEach(
            filed -> {
              long there =
                  node.uploads().stream()
                      .filter(upload -> !upload.gone() && upload.caseId().equals(filed.gave()))
                      .count();
              long sent =
                  run.of(Kind.UPLOAD)
                      .filter(wish -> wish.subject().equals(filed.subject()) && !wish.isRefused())
                      .count();
              if (there > sent) {
                found.add(
                    new Violation(
                        2, "%s: %d photos of %d".formatted(filed.subject(), there, sent)));
              }
            });
  }
}
