package org.homeward.local.police;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far a reader has come: everything before the place was shown. It holds no content.
 *
 * @param place in the feed; empty before the first page
 * @param believed the fingerprints of the hotline's keys that this reader believes
 * @param notices what was shown last, by notice
 */
record Position(String place, Set<String> believed, Map<String, Held> notices) {

  /** Ends are remembered for a while, so that none is shown twice. */
  private static final int MOST_OVER = 1_000;

  Position {
    believed = Set.copyOf(believed);
    notices = Collections.unmodifiableMap(new LinkedHashMap<>(notices));
  }

  Position at(String next) {
    return new Position(next, believed, notices);
  }

  Position believing(Set<String> fingerprints) {
    return new Position(place, new TreeSet<>(fingerprints), notices);
  }

  /** With what was shown of a notice; the end that was shown first is forgotten first. */
  Position shown(String notice, Held held) {
    Map<String, Held> all = new LinkedHashMap<>(notices);
    all.remove(notice);
    all.put(notice, held);
    long over = all.values().stream().filter(Held::over).count();
    if (over > MOST_OVER) {
      var each = all.values().iterator();
      while (each.hasNext()) {
        if (each.next().over()) {
          each.remove();
          break;
        }
      }
    }
    return new Position(place, believed, all);
  }
}
