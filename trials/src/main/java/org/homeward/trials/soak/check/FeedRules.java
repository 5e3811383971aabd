package org.homeward.trials.soak.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.trials.soak.check.EndState.CaseEnd;
import org.homeward.trials.soak.check.EndState.ItemEnd;
import org.homeward.trials.soak.check.EndState.NodeEnd;
import org.homeward.trials.soak.check.EndState.NoticeEnd;
import org.homeward.trials.soak.history.Kind;

/**
 * Rules for the feed: every released report is on its desk's feed once, and no feed shows anything
 * else.
 */
final class FeedRules implements Checker.Rule {

  @Override
  public void check(Run run, List<Violation> found) {
    run.end().nodes().forEach((name, node) -> check(run, name, node, found));
  }

  private static void check(Run run, String name, NodeEnd node, List<Violation> found) {
    Map<String, NoticeEnd> notices = new HashMap<>();
    Map<String, Integer> ofCase = new HashMap<>();
    for (NoticeEnd notice : node.notices()) {
      notices.put(notice.id(), notice);
      ofCase.merge(notice.caseId(), 1, Integer::sum);
    }
    Map<String, Set<String>> listed = new HashMap<>();
    node.feeds()
        .forEach((desk, items) -> listed.put(desk, items(name, desk, items, notices, found)));
    for (NoticeEnd notice : node.notices()) {
      allowed(run, name, notice, found);
    }
    run.of(Kind.RELEASE)
        .filter(wish -> wish.node().equals(name) && wish.isOk())
        .forEach(wish -> released(run, wish, node, ofCase, listed, found));
  }

  /** Returns the notices on this desk's feed. */
  private static Set<String> items(
      String node,
      String desk,
      List<ItemEnd> items,
      Map<String, NoticeEnd> notices,
      List<Violation> found) {
    Set<String> ids = new HashSet<>();
    long last = 0;
    for (ItemEnd item : items) {
      if (!ids.add(item.id())) {
        found.add(new Violation(12, node + ": notice " + item.id() + " stands twice on the feed"));
      }
      if (item.n() <= last) {
        found.add(new Violation(12, node + ": the feed is not in order at " + item.n()));
      }
      last = item.n();
      NoticeEnd notice = notices.get(item.id());
      if (notice == null) {
        found.add(new Violation(12, node + ": " + item.id() + " is on the feed and no notice"));
      } else if (!notice.desk().isEmpty() && !notice.desk().equals(desk)) {
        found.add(new Violation(12, node + ": " + item.id() + " is on another desk's feed"));
      } else if (notice.exercise() != item.exercise()) {
        found.add(new Violation(9, node + ": " + item.id() + " changed between exercise and real"));
      }
    }
    return ids;
  }

  /** A notice needs a released report, and a desk of its kind (exercise or real). */
  private static void allowed(Run run, String node, NoticeEnd notice, List<Violation> found) {
    CaseEnd of = run.caseOf(node, notice.caseId()).orElse(null);
    if (of == null || of.plate().isEmpty()) {
      return;
    }
    boolean wanted = of.home().equals(node) && run.mayBe(of.plate(), Kind.RELEASE);
    if (!wanted) {
      found.add(new Violation(12, of.plate() + ": police know of it, and nobody released it"));
    }
    if (of.exercise() != notice.exercise()) {
      found.add(new Violation(9, of.plate() + ": changed between exercise and real"));
    }
  }

  private static void released(
      Run run,
      KeyedRequests wish,
      NodeEnd node,
      Map<String, Integer> ofCase,
      Map<String, Set<String>> listed,
      List<Violation> found) {
    CaseEnd of = run.ownCase(wish).orElse(null);
    if (of == null || of.erased()) {
      return;
    }
    int count = ofCase.getOrDefault(of.id(), 0);
    if (count != 1) {
      found.add(new Violation(12, wish.subject() + ": released, with " + count + " notices"));
      return;
    }
    NoticeEnd notice =
        node.notices().stream().filter(n -> n.caseId().equals(of.id())).findFirst().orElseThrow();
    if (!listed.getOrDefault(notice.desk(), Set.of()).contains(notice.id())) {
      found.add(new Violation(12, wish.subject() + ": released, and not on the feed"));
    }
  }
}
