package org.homeward.alert.police.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Counts the streams of each desk in this process. A desk that wants one more than it may have
 * loses its oldest: mostly that is a connection which broke without anybody noticing.
 */
final class Streams {

  private final int maxOfDesk;
  private final int maxOfAll;
  private final Consumer<String> displaced;
  private final Map<String, Deque<Place>> ofDesk = new HashMap<>();
  private int all;

  /**
   * @param displaced hears of each desk that has lost its oldest place
   */
  Streams(int maxOfDesk, int maxOfAll, Consumer<String> displaced) {
    if (maxOfDesk < 1 || maxOfAll < maxOfDesk) {
      throw new IllegalArgumentException("a desk may have one stream at least, all as many");
    }
    this.maxOfDesk = maxOfDesk;
    this.maxOfAll = maxOfAll;
    this.displaced = displaced;
  }

  /** One stream's place. Close it when the stream has ended, however it has. */
  final class Place implements AutoCloseable {

    private final String desk;
    private volatile boolean lost;

    private Place(String desk) {
      this.desk = desk;
    }

    /** False from the moment on that a newer stream of the desk has it. */
    boolean isHeld() {
      return !lost;
    }

    @Override
    public void close() {
      release(this);
    }
  }

  /** A place; empty when all are taken and none of them by this desk. */
  Optional<Place> take(String desk) {
    boolean displaces;
    var place = new Place(desk);
    synchronized (this) {
      Deque<Place> mine = ofDesk.getOrDefault(desk, new ArrayDeque<>());
      displaces = mine.size() >= maxOfDesk || (all >= maxOfAll && !mine.isEmpty());
      if (displaces) {
        release(mine.getFirst());
      } else if (all >= maxOfAll) {
        return Optional.empty();
      }
      ofDesk.computeIfAbsent(desk, _ -> new ArrayDeque<>()).addLast(place);
      all++;
    }
    if (displaces) {
      displaced.accept(desk);
    }
    return Optional.of(place);
  }

  synchronized int open() {
    return all;
  }

  private synchronized void release(Place place) {
    if (place.lost) {
      return;
    }
    place.lost = true;
    all--;
    ofDesk.computeIfPresent(
        place.desk,
        (_, mine) -> {
          mine.remove(place);
          return mine.isEmpty() ? null : mine;
        });
  }
}
