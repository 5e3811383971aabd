package org.homeward.alert.police.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks along the log until enough notices are found, each at its newest place on the way. */
final class PageWalk {

  private static final int STEP = 200;

  /** Bounds the work of one answer; a reader that follows the feed goes on where it stopped. */
  private static final int MAX_ENTRIES = 5_000;

  /**
   * @param last the last place that was looked at, going forward
   */
  record Walked(List<FeedEntry> entries, long last) {}

  private final FeedLog log;
  private final boolean exercise;

  PageWalk(FeedLog log, boolean exercise) {
    this.log = log;
    this.exercise = exercise;
  }

  Walked forward(long after, long head, int limit) {
    Map<String, FeedEntry> newest = new LinkedHashMap<>();
    long last = after;
    while (newest.size() < limit && last < head && last - after < MAX_ENTRIES) {
      List<FeedEntry> entries = log.range(last + 1, Math.min(head, last + STEP));
      if (entries.isEmpty()) {
        break;
      }
      for (FeedEntry entry : entries) {
        if (newest.size() == limit && !newest.containsKey(entry.notice())) {
          return new Walked(List.copyOf(newest.values()), last);
        }
        last = entry.n();
        if (entry.isAbout(exercise)) {
          newest.remove(entry.notice());
          newest.put(entry.notice(), entry);
        }
      }
    }
    return new Walked(List.copyOf(newest.values()), last);
  }

  Walked newest(long head, int limit) {
    Map<String, FeedEntry> newest = new LinkedHashMap<>();
    long before = head + 1;
    for (int step = Math.min(STEP, limit);
        newest.size() < limit && before > 1 && head - before < MAX_ENTRIES;
        step = Math.min(STEP, 2 * step)) {
      long first = Math.max(1, before - step);
      List<FeedEntry> entries = new ArrayList<>(log.range(first, before - 1));
      for (FeedEntry entry : entries.reversed()) {
        if (entry.isAbout(exercise) && newest.size() < limit) {
          newest.putIfAbsent(entry.notice(), entry);
        }
      }
      before = first;
    }
    return new Walked(List.copyOf(newest.values()), head);
  }
}
