package org.homeward.intake.cases;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.homeward.schema.facts.CaseFacts;
import org.homeward.schema.facts.Says;
import org.jspecify.annotations.Nullable;

/**
 * One episode of one or more children missing together. Its facts stand in the reports that stated
 * them; the view of the case is their fold.
 *
 * @param home slug of the node that opened the case and owns it
 * @param broughtBy of a case of another node: the handover that brought it, {@code handover/{id}}
 * @param notTo who must not learn of it: {@code country:TR}, {@code desk:…}, {@code person:…}
 * @param children state by child id
 * @param reports in the order in which they were taken
 * @param tasks those that its own clocks have set; {@link #allTasks} are all
 * @param heard what alerts, stops and handovers told of it, by subject
 */
public record Case(
    String id,
    String home,
    boolean exercise,
    Instant openedAt,
    @Nullable String broughtBy,
    @Nullable Freeze freeze,
    Set<String> notTo,
    Map<String, KeptChild> children,
    List<KeptReport> reports,
    List<Task> tasks,
    Map<String, Heard> heard,
    Standing standing)
    implements KeptCase {

  /** The standing of the whole case; derived, and stored for the lists. */
  public enum Standing {
    OPEN,
    FROZEN,
    ENDED
  }

  /** As it stands; what follows from the rest is derived. */
  public Case(
      String id,
      String home,
      boolean exercise,
      Instant openedAt,
      @Nullable String broughtBy,
      @Nullable Freeze freeze,
      Set<String> notTo,
      Map<String, KeptChild> children,
      List<KeptReport> reports,
      List<Task> tasks,
      Map<String, Heard> heard) {
    this(
        id,
        home,
        exercise,
        openedAt,
        broughtBy,
        freeze,
        notTo,
        children,
        reports,
        tasks,
        heard,
        standing(freeze, children));
  }

  /** A new case of this node without news. */
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
    this(id, home, exercise, openedAt, null, freeze, notTo, children, reports, tasks, Map.of());
  }

  public Case {
    // Empty collections are not stored.
    notTo = notTo == null ? Set.of() : Set.copyOf(notTo);
    children = children == null ? Map.of() : Map.copyOf(children);
    reports = reports == null ? List.of() : List.copyOf(reports);
    tasks = tasks == null ? List.of() : List.copyOf(tasks);
    heard = heard == null ? Map.of() : Map.copyOf(heard);
    standing = standing(freeze, children);
  }

  private static Standing standing(@Nullable Freeze freeze, Map<String, KeptChild> children) {
    if (children.values().stream().allMatch(KeptChild::hasEnded)) {
      return Standing.ENDED;
    }
    return freeze == null ? Standing.OPEN : Standing.FROZEN;
  }

  /** Another node owns it: here it is read, released to police, and frozen. */
  public boolean isForeign() {
    return broughtBy != null;
  }

  public boolean isBroughtBy(String subject) {
    return subject.equals(broughtBy);
  }

  public Optional<KeptReport> report(String reportId) {
    return reports.stream().filter(r -> r.id().equals(reportId)).findFirst();
  }

  /** The knowledge of the case team: the fold of all reports in order. */
  public Says facts() {
    return CaseFacts.ofAll(reports.stream().map(KeptReport::report).toList());
  }

  /** The tasks of people, for whatever reason. */
  public List<Task> allTasks() {
    List<Task> all = new ArrayList<>(tasks);
    new TreeMap<>(heard).forEach((subject, told) -> all.addAll(told.tasks(subject, openedAt)));
    if (standing != Standing.OPEN) {
      all.removeIf(task -> task.kind() == Task.Kind.FREEZE_CASE_TOO);
    }
    return all;
  }

  /** The news of one subject about it so far. */
  public Heard heard(String subject) {
    return heard.getOrDefault(subject, Heard.NOTHING);
  }

  public long endedChildren() {
    return children.values().stream().filter(KeptChild::hasEnded).count();
  }

  /** Whether readers of the topic would find the same facts in both. */
  public boolean saysTheSameAs(Case other) {
    return reports.equals(other.reports)
        && notTo.equals(other.notTo)
        && children.equals(other.children);
  }

  Case with(KeptReport added, List<String> newChildren) {
    Map<String, KeptChild> all = new LinkedHashMap<>(children);
    newChildren.forEach(child -> all.put(child, KeptChild.MISSING));
    List<KeptReport> more = new ArrayList<>(reports);
    more.add(added);
    return copy(freeze, notTo, all, more, tasks, heard);
  }

  Case withReport(String reportId, UnaryOperator<KeptReport> change) {
    List<KeptReport> changed =
        reports.stream().map(r -> r.id().equals(reportId) ? change.apply(r) : r).toList();
    return copy(freeze, notTo, children, changed, tasks, heard);
  }

  /** With what the rules propose for each report by what all of them say. */
  Case proposing() {
    List<Says> all = reports.stream().map(each -> each.report().says()).toList();
    List<KeptReport> proposed = reports.stream().map(each -> each.beside(all)).toList();
    return copy(freeze, notTo, children, proposed, tasks, heard);
  }

  Case withChild(String childId, KeptChild child) {
    Map<String, KeptChild> changed = new LinkedHashMap<>(children);
    changed.put(childId, child);
    return copy(freeze, notTo, changed, reports, tasks, heard);
  }

  public boolean isFrozen() {
    return freeze != null;
  }

  /** The first freeze stays. */
  public Case frozen(Instant at, String by) {
    Freeze first = freeze == null ? new Freeze(at, by) : freeze;
    return copy(first, notTo, children, reports, tasks, heard);
  }

  Case withTasks(List<Task> now) {
    return copy(freeze, notTo, children, reports, now, heard);
  }

  Case withTask(Task added) {
    List<Task> more = new ArrayList<>(tasks);
    more.removeIf(task -> task.id().equals(added.id()));
    more.add(added);
    return withTasks(more);
  }

  /** As its owner tells it now: nobody reviews what has ended, and a new risk in time. */
  public Case retold(
      Set<String> nowNotTo, Map<String, KeptChild> nowChildren, KeptReport only, Instant at) {
    Case next = copy(freeze, nowNotTo, nowChildren, List.of(only), tasks, heard);
    return HoldReviews.inTime(
        next.standing == Standing.ENDED ? next.withTasks(List.of()) : next, at);
  }

  public Case hearing(String subject, Heard told) {
    Map<String, Heard> more = new LinkedHashMap<>(heard);
    more.put(subject, heard(subject).and(told));
    return copy(freeze, notTo, children, reports, tasks, more);
  }

  /** With a task for each report whose review is due; the same when there is none. */
  public Case withOverdueReviews(Instant at) {
    return HoldReviews.withOverdueTasks(this, at);
  }

  /** A person has done what a subject asked for. */
  Case finished(Task task) {
    Map<String, Heard> changed = new LinkedHashMap<>(heard);
    changed.computeIfPresent(task.about(), (subject, told) -> told.finished(task.kind()));
    List<Task> left = tasks.stream().filter(own -> !own.id().equals(task.id())).toList();
    return copy(freeze, notTo, children, reports, left, changed);
  }

  public ErasedCase erased(EraseReason reason) {
    return new ErasedCase(
        id,
        home,
        exercise,
        YearMonth.from(openedAt.atZone(ZoneOffset.UTC)),
        notTo.stream().filter(who -> who.startsWith("person:")).collect(Collectors.toSet()),
        reason,
        false);
  }

  private Case copy(
      @Nullable Freeze nowFreeze,
      Set<String> nowNotTo,
      Map<String, KeptChild> nowChildren,
      List<KeptReport> nowReports,
      List<Task> nowTasks,
      Map<String, Heard> nowHeard) {
    return new Case(
        id,
        home,
        exercise,
        openedAt,
        broughtBy,
        nowFreeze,
        nowNotTo,
        nowChildren,
        nowReports,
        nowTasks,
        nowHeard);
  }

  @Override
  public String toString() {
    return "Case[" + id + ", " + standing + "]";
  }
}
