package org.homeward.intake.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.homeward.schema.snapshots.HandedSighting;

/**
 * The news of one alert, stop or handover about the case so far. The newest version says what it
 * asks for; what happened and what was seen only grows, so the order of arrival does not matter.
 *
 * @param asks what its newest version asks of a person
 * @param done the version up to which a person has done it
 * @param happenings the last hundred, by version
 * @param sightings the last hundred, by time; they stay outside the fold of the case
 * @param marks the largest number of each kind so far
 */
public record Heard(
    long version,
    Set<Task.Kind> asks,
    Map<Task.Kind, Long> done,
    List<Happening> happenings,
    List<HandedSighting> sightings,
    Map<Mark, Long> marks) {

  static final int KEPT = 100;

  static final Heard NOTHING = new Heard(0, Set.of(), Map.of(), List.of(), List.of(), Map.of());

  /** Numbers that only grow, so that the order of arrival does not matter. */
  public enum Mark {
    /** The newest brake with a reference of the police. */
    REFERENCED_BRAKE,
    /** The newest brake without one. */
    LONE_BRAKE,
    /** The newest version in which the owner of a case froze it. */
    OWNER_FROZE,
    /** The newest version in which the alert or handover was over. */
    OVER
  }

  public Heard {
    // Empty collections are not stored.
    asks = asks == null ? Set.of() : Set.copyOf(asks);
    done = done == null ? Map.of() : Map.copyOf(done);
    happenings = happenings == null ? List.of() : List.copyOf(happenings);
    sightings = sightings == null ? List.of() : List.copyOf(sightings);
    marks = marks == null ? Map.of() : Map.copyOf(marks);
  }

  /** The news of one event. */
  public static Heard told(
      long version,
      Set<Task.Kind> asks,
      List<Happening> happenings,
      List<HandedSighting> sightings,
      Map<Mark, Long> marks) {
    return new Heard(version, asks, Map.of(), happenings, sightings, marks);
  }

  public long mark(Mark mark) {
    return marks.getOrDefault(mark, 0L);
  }

  /** How many brakes of its partner are known. */
  long brakes() {
    return Math.max(mark(Mark.REFERENCED_BRAKE), mark(Mark.LONE_BRAKE));
  }

  /** Whether its newest version set this mark; false for news heard by an earlier build. */
  public boolean isNow(Mark mark) {
    return version > 0 && mark(mark) == version;
  }

  /** Adds the content of an event; unchanged when it is known. */
  Heard and(Heard told) {
    boolean newer = told.version > version;
    return new Heard(
        newer ? told.version : version,
        newer ? told.asks : asks,
        done,
        last(
            happenings,
            told.happenings,
            happening -> happening.n() + " " + happening.type(),
            (known, again) -> known,
            Comparator.comparingLong(Happening::n)),
        last(
            sightings,
            told.sightings,
            HandedSighting::id,
            Heard::fuller,
            Comparator.comparing(HandedSighting::at)),
        largest(marks, told.marks));
  }

  /** What the partner has withdrawn stays withdrawn; an event that tells ids alone adds nothing. */
  private static HandedSighting fuller(HandedSighting known, HandedSighting again) {
    if (known.withdrawn()) return known; // upholds 7
    return again.withdrawn() || known.told().isEmpty() ? again : known;
  }

  private static Map<Mark, Long> largest(Map<Mark, Long> known, Map<Mark, Long> told) {
    Map<Mark, Long> all = new EnumMap<>(Mark.class);
    all.putAll(known);
    told.forEach((mark, number) -> all.merge(mark, number, Math::max));
    return all;
  }

  /** A person has done what it asks for; when it happens again, it asks again. */
  Heard finished(Task.Kind kind) {
    Map<Task.Kind, Long> nowDone = new EnumMap<>(Task.Kind.class);
    nowDone.putAll(done);
    nowDone.put(kind, version);
    return new Heard(version, asks, nowDone, happenings, sightings, marks);
  }

  /** The tasks that it asks for, and since when. */
  List<Task> tasks(String subject, Instant otherwise) {
    List<Task> tasks = new ArrayList<>();
    for (Task.Kind kind : new TreeSet<>(asks)) {
      Optional<Happening> arose = lastOf(type(kind));
      if (arose.map(Happening::n).orElse(version) > done.getOrDefault(kind, -1L)) {
        Instant since = arose.or(() -> lastOf("")).map(Happening::at).orElse(otherwise);
        tasks.add(new Task(kind, subject, since));
      }
    }
    return tasks;
  }

  /** Counts the one brake that an earlier build heard of and did not count. */
  Heard withUncountedBrake() {
    boolean counted = mark(Mark.REFERENCED_BRAKE) > 0 || mark(Mark.LONE_BRAKE) > 0;
    return counted || lastOf("handover.braked.").isEmpty()
        ? this
        : and(told(version, asks, List.of(), List.of(), Map.of(Mark.REFERENCED_BRAKE, 1L)));
  }

  /** Since when its newest brake stands. */
  Instant brakedAt(Instant otherwise) {
    return lastOf("handover.braked.").map(Happening::at).orElse(otherwise);
  }

  private Optional<Happening> lastOf(String type) {
    return happenings.reversed().stream().filter(h -> h.type().startsWith(type)).findFirst();
  }

  /** The event type from which a task of this kind arises. */
  private static String type(Task.Kind kind) {
    return switch (kind) {
      case FREEZE_CASE_TOO -> "stop.set.";
      case READ_SIGHTING -> "handover.sighted.";
      case READ_PROPOSAL -> "handover.proposed.";
      case CALL_PARTNER -> "handover.overdue.";
      case ANSWER_BRAKE -> "handover.braked.";
      case CALL_POLICE -> "police-notice.unanswered.";
      case REVIEW_HELD_REPORT, CONFIRM_END, RENEW_AT_RISK -> "case.";
    };
  }

  private static <T> List<T> last(
      List<T> known,
      List<T> more,
      Function<T, String> key,
      BinaryOperator<T> same,
      Comparator<T> order) {
    TreeMap<String, T> all = new TreeMap<>();
    known.forEach(each -> all.merge(key.apply(each), each, same));
    more.forEach(each -> all.merge(key.apply(each), each, same));
    List<T> sorted = all.values().stream().sorted(order).toList();
    return sorted.subList(Math.max(0, sorted.size() - KEPT), sorted.size());
  }

  @Override
  public String toString() {
    return "Heard[" + version + "]";
  }
}
