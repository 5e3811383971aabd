package org.homeward.intake.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.homeward.intake.rulings.EraseReason;
import org.homeward.intake.rulings.Freeze;
import org.homeward.intake.rulings.Matter;
import org.homeward.intake.rulings.NotTo;
import org.homeward.intake.rulings.Rulings;
import org.homeward.intake.rulings.Word;
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
 * @param ownersNotTo of a case of another node: those whom its owner keeps it from
 * @param children state by child id
 * @param reports in the order in which they were taken
 * @param tasks those that its own clocks have set; {@link #allTasks} are all
 * @param heard what alerts, stops and handovers told of it, by subject
 * @param rulings what persons here decided about all of it
 */
public record Case(
    String id,
    String home,
    boolean exercise,
    Instant openedAt,
    @Nullable String broughtBy,
    @Nullable Freeze freeze,
    Set<String> notTo,
    Set<String> ownersNotTo,
    Map<String, KeptChild> children,
    List<KeptReport> reports,
    List<Task> tasks,
    Map<String, Heard> heard,
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Rulings.None.class)
        Rulings rulings,
    Standing standing)
    implements KeptCase {

  static final String HANDOVER = "handover/";

  /** Subjects that bring the case to others. */
  private static final Set<String> OUT = Set.of("alert/", HANDOVER);

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
        Set.of(),
        children,
        reports,
        tasks,
        heard,
        Rulings.NONE,
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
    rulings = rulings == null ? Rulings.NONE : rulings;
    ownersNotTo = broughtBy == null ? Set.of() : NotTo.byOwner(ownersNotTo, notTo, rulings);
    if (broughtBy != null) notTo = NotTo.both(ownersNotTo, rulings.keptFrom()); // upholds 5, 6
    rulings = rulings.voidingWordsOf(notTo); // upholds 6
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
    return Task.allOf(this);
  }

  /** The partners' brakes that hold it, by handover, and since when; none once it has ended. */
  Map<String, Instant> unanswered() {
    Map<String, Instant> since = new TreeMap<>();
    if (standing != Standing.ENDED) {
      heard.forEach(
          (subject, told) -> {
            boolean open = told.mark(Heard.Mark.LONE_BRAKE) > rulings.answered(subject);
            if (open) since.put(subject, told.brakedAt(openedAt)); // upholds 11
          });
    }
    return since;
  }

  /** A partner's word without a reference of the police holds what is new. */
  public boolean isBraked() {
    return !unanswered().isEmpty();
  }

  /** When its brake rings next, until somebody answers it. */
  public Optional<Instant> ringsAt() {
    return isBraked() ? Optional.ofNullable(rulings.ringsAt()) : Optional.empty();
  }

  /** The owner of this case of another node still says that it is frozen. */
  boolean isFrozenByItsOwner() {
    return broughtBy != null && heard(broughtBy).isNow(Heard.Mark.OWNER_FROZE);
  }

  /** An alert or a handover of it is not over, as far as is known here. */
  boolean isOut() {
    return heard.entrySet().stream()
        .filter(each -> OUT.stream().anyMatch(each.getKey()::startsWith))
        .anyMatch(each -> !each.getValue().isNow(Heard.Mark.OVER));
  }

  /** The news of one subject about it so far. */
  public Heard heard(String subject) {
    return heard.getOrDefault(subject, Heard.NOTHING);
  }

  public long endedChildren() {
    return children.values().stream().filter(KeptChild::hasEnded).count();
  }

  /** Whether a released report speaks of a child whose search goes on. */
  boolean isSearchedByPolice(String child) {
    KeptChild state = children.get(child);
    boolean searched = state != null && !state.hasEnded(); // upholds 7
    return searched && reports.stream().anyMatch(report -> report.isReleasedAbout(child));
  }

  /** Whether readers of the topic would find the same facts in both. */
  public boolean saysTheSameAs(Case other) {
    return reports.equals(other.reports)
        && notTo.equals(other.notTo)
        && children.equals(other.children)
        && rulings.photos().equals(other.rulings.photos())
        && rulings.orders().equals(other.rulings.orders());
  }

  Case with(KeptReport added, List<String> newChildren) {
    Map<String, KeptChild> all = new LinkedHashMap<>(children);
    newChildren.forEach(child -> all.put(child, KeptChild.MISSING));
    List<KeptReport> more = new ArrayList<>(reports);
    more.add(added);
    return copy(freeze, notTo, all, more, tasks, heard, rulings);
  }

  Case withReport(String reportId, UnaryOperator<KeptReport> change) {
    List<KeptReport> changed =
        reports.stream().map(r -> r.id().equals(reportId) ? change.apply(r) : r).toList();
    return copy(freeze, notTo, children, changed, tasks, heard, rulings);
  }

  /** With what the rules propose for each report by its kind and by what all of them say. */
  public Case proposing() {
    List<Says> all = reports.stream().map(each -> each.report().says()).toList();
    boolean careful = reports.stream().anyMatch(KeptReport::isCareful);
    var proposed = reports.stream().map(each -> each.beside(all, rulings.kind(), careful)).toList();
    return copy(freeze, notTo, children, proposed, tasks, heard, rulings);
  }

  Case withChild(String childId, KeptChild child) {
    Map<String, KeptChild> changed = new LinkedHashMap<>(children);
    changed.put(childId, child);
    return copy(freeze, notTo, changed, reports, tasks, heard, rulings);
  }

  public boolean isFrozen() {
    return freeze != null;
  }

  /** The first freeze stays; each further one makes a first word for lifting it void. */
  public Case frozen(Instant at, String by) {
    Freeze first = freeze == null ? new Freeze(at, by) : freeze;
    Rulings now = rulings;
    now = now.voiding(Matter.Kind.LIFT_FREEZE); // upholds 4
    return copy(first, notTo, children, reports, tasks, heard, now);
  }

  /** A partner has braked without a reference of the police: it rings until somebody answers. */
  public Case braked(Instant at) {
    Rulings now = rulings.ringing(at);
    now = now.voiding(Matter.Kind.LIFT_FREEZE); // upholds 4
    return with(now);
  }

  /** Its alerts were stopped: whoever wants to lift its freeze has to think again. */
  public Case stopped() {
    return with(rulings.voiding(Matter.Kind.LIFT_FREEZE));
  }

  /** Two persons have lifted its freeze: children of whom there was only a word are missing. */
  Case lifted(Word first, Word second) {
    Map<String, Long> overrides = new TreeMap<>();
    heard.forEach(
        (subject, told) -> {
          if (subject.startsWith(HANDOVER)) overrides.put(subject, told.version());
        });
    Map<String, KeptChild> searched = new LinkedHashMap<>();
    children.forEach(
        (id, child) ->
            searched.put(id, isForeign() || child.hasEnded() ? child : KeptChild.MISSING));
    Map<String, Heard> counted = new LinkedHashMap<>(heard);
    counted.replaceAll((subject, told) -> told.withUncountedBrake());
    Rulings now = rulings.lifted(Rulings.Lift.of(first, second, overrides));
    return copy(null, notTo, searched, reports, tasks, counted, now);
  }

  /** Kept from more, at once. */
  public Case keptFrom(Set<String> more) {
    Set<String> all = notTo;
    all = NotTo.both(all, more); // upholds 6
    Rulings now = isForeign() ? rulings.keepingFrom(more) : rulings;
    return copy(freeze, all, children, reports, tasks, heard, now.voiding(Matter.Kind.SHOW_AGAIN));
  }

  /** People, desks and partners from whom this node keeps it. */
  Set<String> keptFromHere() {
    return isForeign() ? rulings.keptFrom() : notTo;
  }

  /** Its owner's word stands whatever is lifted here. */
  Case shownAgainTo(Set<String> these) {
    Set<String> left = new TreeSet<>(notTo);
    left.removeAll(these);
    Rulings now = rulings.showing(these).voiding(Matter.Kind.SHOW_AGAIN);
    return copy(freeze, left, children, reports, tasks, heard, now);
  }

  public Case with(Rulings now) {
    return copy(freeze, notTo, children, reports, tasks, heard, now);
  }

  Case withTasks(List<Task> now) {
    return copy(freeze, notTo, children, reports, now, heard, rulings);
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
    Case next = copy(freeze, nowNotTo, nowNotTo, nowChildren, List.of(only), tasks, heard, rulings);
    return HoldReviews.inTime(
        next.standing == Standing.ENDED ? next.withTasks(List.of()) : next, at);
  }

  public Case hearing(String subject, Heard told) {
    Map<String, Heard> more = new LinkedHashMap<>(heard);
    more.put(subject, heard(subject).and(told));
    return copy(freeze, notTo, children, reports, tasks, more, rulings);
  }

  /** With a task for each report whose review is due; the same when there is none. */
  public Case withReviewsDue(Instant at) {
    return HoldReviews.withReviewsDue(this, at);
  }

  /** A person has done what a subject asked for. */
  Case finished(Task task) {
    Map<String, Heard> changed = new LinkedHashMap<>(heard);
    changed.computeIfPresent(task.about(), (subject, told) -> told.finished(task.kind()));
    List<Task> left = tasks.stream().filter(own -> !own.id().equals(task.id())).toList();
    return copy(freeze, notTo, children, reports, left, changed, rulings);
  }

  public ErasedCase erased(EraseReason reason) {
    return ErasedCase.of(this, reason);
  }

  private Case copy(
      @Nullable Freeze nowFreeze,
      Set<String> nowNotTo,
      Map<String, KeptChild> nowChildren,
      List<KeptReport> nowReports,
      List<Task> nowTasks,
      Map<String, Heard> nowHeard,
      Rulings nowRulings) {
    return copy(
        nowFreeze, nowNotTo, ownersNotTo, nowChildren, nowReports, nowTasks, nowHeard, nowRulings);
  }

  private Case copy(
      @Nullable Freeze nowFreeze,
      Set<String> nowNotTo,
      Set<String> nowOwnersNotTo,
      Map<String, KeptChild> nowChildren,
      List<KeptReport> nowReports,
      List<Task> nowTasks,
      Map<String, Heard> nowHeard,
      Rulings nowRulings) {
    return new Case(
        id,
        home,
        exercise,
        openedAt,
        broughtBy,
        nowFreeze,
        nowNotTo,
        nowOwnersNotTo,
        nowChildren,
        nowReports,
        nowTasks,
        nowHeard,
        nowRulings,
        standing(nowFreeze, nowChildren));
  }

  @Override
  public String toString() {
    return "Case[" + id + ", " + standing + "]";
  }
}
