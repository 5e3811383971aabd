package org.homeward.intake.oversight;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one person has searched for and opened of late. It holds ids alone, and only as long as they
 * count.
 *
 * @param counted each call that was searched for and each case that was opened once
 * @param passed where a limit was passed, until the data-protection officer has looked
 */
record Tally(List<Counted> counted, Map<Kind, Passed> passed) {

  private static final int KEPT_BEYOND = 4;

  /** So many searches for one call count as one; a call is no licence to look for everybody. */
  private static final int SEARCHES_OF_A_CALL = 5;

  private static final String SEARCH = "search/";

  static final Tally EMPTY = new Tally(List.of(), Map.of());

  Tally {
    counted = counted == null ? List.of() : List.copyOf(counted);
    passed = passed == null ? Map.of() : Map.copyOf(passed);
  }

  /** The name of one search. */
  static String search(String id) {
    return SEARCH + id;
  }

  /** What is counted. */
  enum Kind {
    /**
     * Calls for which somebody searched. A search for no call counts by itself, and so does each
     * search for one call beyond the first few.
     */
    SEARCHES,
    /** Cases that somebody opened. */
    OPENINGS
  }

  /**
   * One of them.
   *
   * @param as what it is known as: a call and its draft are the same; with the searches themselves
   */
  record Counted(Kind kind, Instant at, Set<String> as) {

    Counted {
      requireNonNull(kind, "kind");
      requireNonNull(at, "at");
      as = Set.copyOf(as);
    }

    /** The searches that are counted here. */
    Set<String> searches() {
      return as.stream().filter(name -> name.startsWith(SEARCH)).collect(Collectors.toSet());
    }

    boolean isSame(Counted other) {
      return kind == other.kind && !Collections.disjoint(as, other.as);
    }

    Counted together(Counted other) {
      Set<String> all = new TreeSet<>(as);
      all.addAll(other.as);
      return new Counted(kind, at.isBefore(other.at) ? at : other.at, all);
    }
  }

  /**
   * More than the limit within one shift.
   *
   * @param at since when
   * @param count how many by now, until somebody has looked
   */
  record Passed(Instant at, int count) {

    Passed {
      requireNonNull(at, "at");
    }
  }

  /**
   * With one more; what is older counts no longer.
   *
   * @param since the beginning of the shift
   */
  Tally with(Counted more, Instant since, int limit) {
    List<Counted> recent = since(since).counted();
    List<Counted> same = recent.stream().filter(more::isSame).toList();
    Set<String> searches = more.searches();
    if (same.stream().anyMatch(each -> isIn(each, more, searches))) {
      return this;
    }
    if (!searches.isEmpty() && searchesOf(same) >= SEARCHES_OF_A_CALL) {
      return counting(recent, List.of(), new Counted(more.kind(), more.at(), searches), limit);
    }
    return counting(recent, same, more, limit);
  }

  /** Without what is older; a limit that was passed stays passed. */
  Tally since(Instant begin) {
    return new Tally(counted.stream().filter(each -> !each.at().isBefore(begin)).toList(), passed);
  }

  private static boolean isIn(Counted counted, Counted more, Set<String> searches) {
    return counted.as().containsAll(searches.isEmpty() ? more.as() : searches);
  }

  private static int searchesOf(List<Counted> counted) {
    return counted.stream().mapToInt(each -> each.searches().size()).sum();
  }

  private Tally counting(List<Counted> recent, List<Counted> same, Counted more, int limit) {
    List<Counted> now = new ArrayList<>(recent);
    now.removeAll(same);
    now.add(same.stream().reduce(more, Counted::together));
    dropOldest(now, more.kind(), KEPT_BEYOND * limit);
    return new Tally(now, same.isEmpty() ? passing(now, more, limit) : passed);
  }

  /** A program that searches without an end makes no endless document. */
  private static void dropOldest(List<Counted> counted, Kind kind, int most) {
    List<Counted> ofKind =
        counted.stream()
            .filter(each -> each.kind() == kind)
            .sorted(Comparator.comparing(Counted::at))
            .toList();
    counted.removeAll(ofKind.subList(0, Math.max(0, ofKind.size() - most)));
  }

  private Map<Kind, Passed> passing(List<Counted> now, Counted more, int limit) {
    Passed before = passed.get(more.kind());
    long count = now.stream().filter(each -> each.kind() == more.kind()).count();
    Map<Kind, Passed> passing = new EnumMap<>(Kind.class);
    passing.putAll(passed);
    if (before != null) {
      passing.put(more.kind(), new Passed(before.at(), before.count() + 1));
    } else if (count > limit) {
      passing.put(more.kind(), new Passed(more.at(), (int) count));
    }
    return passing;
  }

  /** Somebody has looked: it is counted anew from here. */
  Tally checked(Kind kind) {
    Map<Kind, Passed> left = new EnumMap<>(Kind.class);
    left.putAll(passed);
    left.remove(kind);
    return new Tally(counted.stream().filter(each -> each.kind() != kind).toList(), left);
  }

  @Override
  public String toString() {
    return "Tally[" + counted.size() + "]";
  }
}
