package org.homeward.alert.police.feed;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.homeward.alert.police.desks.KnownDesk;

/**
 * Walks along the log until it has enough notices that the desk may see; each counts once, at its
 * newest place.
 */
final class PageWalk {

  /** Bounds the work of one answer; a reader goes on where it stopped. */
  static final int FAR = 1_000;

  private static final int STEP = 200;
  private static final int MAX_ENTRIES = 5_000;

  /**
   * @param last the last place that was looked at: the newest going forward, the oldest going back
   */
  record Walked(List<FeedEntry> entries, long last) {}

  private final FeedLog log;
  private final KnownDesk desk;
  private final UnaryOperator<List<FeedEntry>> shown;

  /**
   * @param shown keeps those of some entries at which the desk sees something
   */
  PageWalk(FeedLog log, KnownDesk desk, UnaryOperator<List<FeedEntry>> shown) {
    this.log = log;
    this.desk = desk;
    this.shown = shown;
  }

  Walked forward(long after, long head, int limit) {
    Map<String, FeedEntry> newest = new LinkedHashMap<>();
    long last = after;
    int candidates = 0;
    for (int step = Math.min(STEP, limit + 1);
        newest.size() < limit && last < head && last - after < MAX_ENTRIES && candidates < FAR;
        step = Math.min(STEP, 2 * step)) {
      List<FeedEntry> entries = log.range(last + 1, Math.min(head, last + step));
      if (entries.isEmpty()) {
        break;
      }
      List<FeedEntry> about = about(entries);
      Set<Long> seen = places(about);
      candidates += about.size();
      for (FeedEntry entry : entries) {
        if (newest.size() == limit && !newest.containsKey(entry.shownAs())) {
          return new Walked(List.copyOf(newest.values()), last);
        }
        last = entry.n();
        if (seen.contains(entry.n())) {
          newest.remove(entry.shownAs());
          newest.put(entry.shownAs(), entry);
        }
      }
    }
    return new Walked(List.copyOf(newest.values()), last);
  }

  /**
   * The newest first; what is older than the last place is on the next page.
   *
   * @param far how many entries to look at, at the most, about
   */
  Walked back(long before, int limit, int far) {
    Map<String, FeedEntry> newest = new LinkedHashMap<>();
    long last = before;
    int candidates = 0;
    for (int step = Math.min(STEP, limit);
        last > 1 && before - last < MAX_ENTRIES && candidates < far;
        step = Math.min(STEP, 2 * step)) {
      List<FeedEntry> entries = log.range(Math.max(1, last - step), last - 1);
      if (entries.isEmpty()) {
        break;
      }
      List<FeedEntry> about = about(entries);
      Set<Long> seen = places(about);
      candidates += about.size();
      for (FeedEntry entry : entries.reversed()) {
        boolean further = seen.contains(entry.n()) && !newest.containsKey(entry.shownAs());
        if (further && newest.size() == limit) {
          return new Walked(List.copyOf(newest.values()), last);
        }
        last = entry.n();
        if (further) {
          newest.put(entry.shownAs(), entry);
        }
      }
    }
    return new Walked(List.copyOf(newest.values()), last);
  }

  private List<FeedEntry> about(List<FeedEntry> entries) {
    return entries.stream().filter(entry -> entry.isAbout(desk)).toList();
  }

  private Set<Long> places(List<FeedEntry> about) {
    Set<Long> places = new HashSet<>();
    shown.apply(about).forEach(entry -> places.add(entry.n()));
    return places;
  }
}
