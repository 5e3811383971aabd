package org.homeward.intake.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.Says;
import org.jspecify.annotations.Nullable;

/**
 * One episode of one or more children missing together. Its facts stand in the reports that stated
 * them; the view of the case is their fold.
 *
 * @param home slug of the node that opened the case and owns it
 * @param notTo who must not learn of it: {@code country:TR}, {@code desk:…}, {@code person:…}
 * @param children state by child id
 * @param reports in the order in which they were taken
 */
public record Case(
    String id,
    String home,
    boolean exercise,
    Instant openedAt,
    @Nullable Freeze freeze,
    Set<String> notTo,
    Map<String, KeptChild> children,
    List<KeptReport> reports,
    List<Task> tasks,
    Standing standing) {

  /** Where the case as a whole stands; derived, and stored so that lists can be asked by it. */
  public enum Standing {
    OPEN,
    FROZEN,
    ENDED
  }

  public Case(
      String id,
      String home,
      boolean exercise,
      Instant openedAt,
      @Nullable Freeze freeze,
      Set<String> notTo,
      Map<String, KeptChild> children,
      List<KeptReport> reports,
      List<Task> tasks) {
    this(
        id,
        home,
        exercise,
        openedAt,
        freeze,
        notTo,
        children,
        reports,
        tasks,
        standing(freeze, children));
  }

  public Case {
    // What is empty is not stored.
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
    children = children == null ? Map.of() : Map.copyOf(children);
    reports = reports == null ? List.of() : List.copyOf(reports);
    tasks = tasks == null ? List.of() : List.copyOf(tasks);
    standing = standing(freeze, children);
  }

  private static Standing standing(@Nullable Freeze freeze, Map<String, KeptChild> children) {
    if (children.values().stream().allMatch(KeptChild::hasEnded)) {
      return Standing.ENDED;
    }
    return freeze == null ? Standing.OPEN : Standing.FROZEN;
  }

  public Optional<KeptReport> report(String reportId) {
    return reports.stream().filter(r -> r.id().equals(reportId)).findFirst();
  }

  /** What the case team knows: the fold of all reports in order. */
  public Says facts() {
    return CaseFacts.ofAll(reports.stream().map(KeptReport::report).toList());
  }

  Case with(KeptReport added, List<String> newChildren) {
    Map<String, KeptChild> all = new LinkedHashMap<>(children);
    newChildren.forEach(child -> all.put(child, KeptChild.MISSING));
    List<KeptReport> more = new ArrayList<>(reports);
    more.add(added);
    return new Case(id, home, exercise, openedAt, freeze, notTo, all, more, tasks);
  }

  Case withReport(String reportId, UnaryOperator<KeptReport> change) {
    List<KeptReport> changed =
        reports.stream().map(r -> r.id().equals(reportId) ? change.apply(r) : r).toList();
    return new Case(id, home, exercise, openedAt, freeze, notTo, children, changed, tasks);
  }

  Case withChild(String childId, KeptChild child) {
    Map<String, KeptChild> changed = new LinkedHashMap<>(children);
    changed.put(childId, child);
    return new Case(id, home, exercise, openedAt, freeze, notTo, changed, reports, tasks);
  }

  Case frozen(Freeze by) {
    Freeze first = freeze == null ? by : freeze;
    return new Case(id, home, exercise, openedAt, first, notTo, children, reports, tasks);
  }

  Case withTasks(List<Task> now) {
    return new Case(id, home, exercise, openedAt, freeze, notTo, children, reports, now);
  }

  @Override
  public String toString() {
    return "Case[" + id + ", " + standing + "]";
  }
}
