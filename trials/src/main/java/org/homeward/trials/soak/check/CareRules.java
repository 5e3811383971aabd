package org.homeward.trials.soak.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.homeward.trials.soak.check.EndState.CareEnd;
import org.homeward.trials.soak.history.Kind;

/** Rules for care files, support, referrals and interviews: all that was accepted is there once. */
final class CareRules implements Checker.Rule {
  private static final List<Kind> MADE =
      List.of(Kind.CARE_FILE, Kind.NEED, Kind.WORD, Kind.SERVICE, Kind.REFERRAL, Kind.INTERVIEW);
  private static final List<Kind> STEPS = List.of(Kind.CONSENT, Kind.SEND, Kind.TAKEN, Kind.CLOSE);

  @Override
  public void check(Run run, List<Violation> found) {
    for (Kind kind : MADE) {
      run.of(kind).forEach(wish -> made(run, wish, found));
    }
    for (Kind kind : STEPS) {
      run.of(kind)
          .filter(KeyedRequests::isOk)
          .filter(wish -> run.mayBe(wish.subject(), Kind.REFERRAL))
          .filter(wish -> referral(run, wish).filter(it -> has(it, wish)).isEmpty())
          .forEach(wish -> lost(wish, found));
    }
    run.end().nodes().values().stream()
        .flatMap(node -> node.care().stream())
        .filter(each -> new HashSet<>(each.stages()).size() < each.stages().size())
        .forEach(
            each -> found.add(new Violation(2, each.mark() + ": a step of its referral is twice")));
  }

  private static void made(Run run, KeyedRequests wish, List<Violation> found) {
    List<CareEnd> there =
        run.node(wish.node()).care().stream()
            .filter(each -> each.kind() == wish.kind() && each.mark().equals(wish.subject()))
            .toList();
    boolean isErased = run.ownCase(wish).filter(EndState.CaseEnd::erased).isPresent();
    if (wish.isOk() && !isErased && there.stream().noneMatch(each -> isOf(each, wish))) {
      lost(wish, found);
    }
    if (there.size() > 1) {
      found.add(
          new Violation(
              2, "%s: %d of one %s".formatted(wish.subject(), there.size(), wish.kind())));
    }
    if (wish.isRefused() && !there.isEmpty()) {
      found.add(
          new Violation(1, wish.subject() + ": a " + wish.kind() + " although it was refused"));
    }
  }

  /** A word has no id of its own. */
  private static boolean isOf(CareEnd end, KeyedRequests wish) {
    return wish.gave().isEmpty() || end.id().equals(wish.gave());
  }

  private static Optional<CareEnd> referral(Run run, KeyedRequests wish) {
    return run.node(wish.node()).care().stream()
        .filter(each -> each.kind() == Kind.REFERRAL && each.mark().equals(wish.subject()))
        .findFirst();
  }

  private static boolean has(CareEnd referral, KeyedRequests wish) {
    return referral.stages().contains(wish.gave());
  }

  private static void lost(KeyedRequests wish, List<Violation> found) {
    found.add(new Violation(1, wish.subject() + ": its " + wish.kind() + " is lost"));
  }
}
