package org.homeward.peers.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When each report could be read first, in the order in which that came to be. */
class Shown {
  private final Clock clock;
  private final List<String> lines = new ArrayList<>(); // guarded by itself

  Shown(Clock clock) {
    this.clock = clock;
  }

  void now(List<String> plates) {
    Instant now = clock.instant(); // once: all of them were in one transaction
    synchronized (lines) {
      plates.forEach(plate -> lines.add(plate + " " + now));
    }
  }

  /** Lines of a plate and an instant. */
  List<String> from(int index) {
    synchronized (lines) {
      return List.copyOf(lines.subList(Math.min(index, lines.size()), lines.size()));
    }
  }
}
