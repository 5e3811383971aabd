package org.homeward.frame.changes;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.homeward.durable.log.Cursor;
import org.homeward.durable.log.HeadWatch;
import org.homeward.face.access.Caller;

/**
 * Tells a person what has changed behind a place. Rights are checked at each answer, not when the
 * wait begins: what she may not know of now is left out, and she goes on waiting as if it had not
 * changed.
 */
final class ReadChanges {

  /** The most changes to catch up with; beyond it rereading the lists is cheaper. */
  static final int FARTHEST = 2_000;

  private static final int BATCH = 200;

  private final ChangeLog log;
  private final HeadWatch watch;
  private final Map<String, ChangeKind> kinds;

  ReadChanges(ChangeLog log, HeadWatch watch, List<ChangeKind> kinds) {
    this.log = log;
    this.watch = watch;
    Map<String, ChangeKind> byType = new HashMap<>();
    kinds.forEach(kind -> byType.put(kind.type(), kind));
    this.kinds = Map.copyOf(byType);
  }

  /**
   * The changes behind a place.
   *
   * @param changes each document once, with its newest version
   * @param next where to go on
   */
  record Page(List<Change> changes, Cursor next) {}

  /** The newest place. */
  Cursor head() {
    return log.head();
  }

  /**
   * Empty when nobody can go on from this place.
   *
   * @param wait how long to wait while nothing has changed that this person may know of
   */
  Optional<Page> after(Cursor place, Duration wait, Caller caller) throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    Cursor at = place;
    while (true) {
      Cursor head = log.head();
      if (!isReached(at, head)) {
        return Optional.empty();
      }
      List<ChangeLog.Placed> read = at.n() < head.n() ? log.after(at.n(), BATCH) : List.of();
      if (read.isEmpty() && at.n() < head.n()) {
        return Optional.empty(); // it was deleted
      }
      if (!read.isEmpty()) {
        at = new Cursor(at.epoch(), read.getLast().n());
      }
      List<Change> known = known(read, caller);
      long left = end - System.nanoTime();
      if (!known.isEmpty() || (at.n() >= head.n() && (left <= 0 || watch.isClosed()))) {
        return Optional.of(new Page(known, at));
      }
      if (at.n() >= head.n()) {
        Optional<Cursor> _ = watch.awaitOther(at, Duration.ofNanos(left));
      }
    }
  }

  private static boolean isReached(Cursor place, Cursor head) {
    return place.epoch().equals(head.epoch())
        && place.n() <= head.n()
        && head.n() - place.n() <= FARTHEST;
  }

  private List<Change> known(List<ChangeLog.Placed> read, Caller caller) {
    SequencedMap<Change.Subject, Change> newest = new LinkedHashMap<>();
    read.stream()
        .flatMap(placed -> placed.change().stream())
        .forEach(
            change -> {
              newest.remove(change.subject());
              newest.put(change.subject(), change);
            });
    Map<String, Set<String>> ids = new HashMap<>();
    newest
        .keySet()
        .forEach(each -> ids.computeIfAbsent(each.type(), _ -> new HashSet<>()).add(each.id()));
    Map<String, Set<String>> known = new HashMap<>();
    ids.forEach((type, all) -> known.put(type, known(type, all, caller)));
    return newest.values().stream()
        .filter(change -> known.getOrDefault(change.type(), Set.of()).contains(change.id()))
        .toList();
  }

  private Set<String> known(String type, Set<String> ids, Caller caller) {
    ChangeKind kind = kinds.get(type);
    return kind != null && kind.isFor(caller)
        ? kind.mayKnow().among(ids, caller)
        : Set.of(); // upholds 6
  }
}
