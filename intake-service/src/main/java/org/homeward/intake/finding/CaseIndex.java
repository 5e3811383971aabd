package org.homeward.intake.finding;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.homeward.intake.cases.KeptCase;

/**
 * Which cases have a word, in this process's memory: hidden cases are filtered here, before the
 * store is read. It holds what its owner has put in last, and nothing after a restart.
 */
final class CaseIndex {

  private static final Comparator<KnownCase> NEWEST_FIRST =
      Comparator.comparing(KnownCase::openedAt).reversed().thenComparing(KnownCase::id);

  private final int most;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, KnownCase> cases = new HashMap<>();
  private final Map<String, Set<String>> byKey = new HashMap<>();
  private boolean full;
  private volatile boolean built;

  /**
   * @param most how many cases it takes
   */
  CaseIndex(int most) {
    this.most = most;
  }

  /**
   * The result of a search.
   *
   * @param shown the cases to show, the newest first, and by what each was found
   * @param owed cases that fit and are not shown: their people are asked to compare
   */
  record Matches(List<Match> shown, Set<String> owed) {}

  record Match(String caseId, Set<By> by) {}

  /**
   * A version that is older than the known one changes nothing.
   *
   * @return whether there is a place for the case
   */
  boolean put(KnownCase now) {
    lock.writeLock().lock();
    try {
      KnownCase before = cases.get(now.id());
      if (before == null && cases.size() >= most) {
        full = true;
        return false;
      }
      if (before == null || before.version() < now.version()) {
        if (before != null) {
          before.keys().forEach(key -> take(key, now.id()));
        }
        now.keys().forEach(key -> give(key, now.id()));
        cases.put(now.id(), now);
      }
      return true;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Most keys lead to one case, and a set that holds one takes little memory. */
  private void give(String key, String id) {
    Set<String> before = byKey.get(key);
    if (before == null) {
      byKey.put(key, Set.of(id));
    } else if (before.size() == 1) {
      Set<String> more = new HashSet<>(before);
      more.add(id);
      byKey.put(key, more);
    } else {
      before.add(id);
    }
  }

  private void take(String key, String id) {
    Set<String> left = byKey.getOrDefault(key, Set.of());
    if (left.size() > 1) {
      left.remove(id);
    } else if (left.contains(id)) {
      byKey.remove(key);
    }
  }

  boolean knows(String id, long version) {
    lock.readLock().lock();
    try {
      KnownCase known = cases.get(id);
      return known != null && known.version() >= version;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Marks the index as complete: every case of the store is in it. */
  void finished() {
    built = true;
  }

  boolean isBuilt() {
    return built;
  }

  /** Whether there were more cases than it takes. */
  boolean isFull() {
    lock.readLock().lock();
    try {
      return full;
    } finally {
      lock.readLock().unlock();
    }
  }

  int size() {
    lock.readLock().lock();
    try {
      return cases.size();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * The cases that have one of the keys.
   *
   * @param person opaque id of the one who searches
   */
  Matches find(Collection<String> keys, String person, boolean isConfidant) {
    Map<KnownCase, Set<By>> shown = new HashMap<>();
    Set<KnownCase> owed = new HashSet<>();
    lock.readLock().lock();
    try {
      for (String key : keys) {
        for (String id : byKey.getOrDefault(key, Set.of())) {
          KnownCase known = requireNonNull(cases.get(id));
          boolean isKept = known.notTo().contains(KeptCase.named(person));
          boolean isShown = known.shows(key, isConfidant) && !isKept; // upholds 6
          if (isShown) {
            shown.computeIfAbsent(known, _ -> new TreeSet<>()).add(By.ofKey(key));
          } else {
            owed.add(known);
          }
        }
      }
    } finally {
      lock.readLock().unlock();
    }
    owed.removeAll(shown.keySet());
    return new Matches(
        shown.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(NEWEST_FIRST))
            .map(each -> new Match(each.getKey().id(), each.getValue()))
            .toList(),
        owed.stream().map(KnownCase::id).collect(Collectors.toSet()));
  }
}
