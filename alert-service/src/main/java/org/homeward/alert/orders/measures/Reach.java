package org.homeward.alert.orders.measures;

import java.util.List;
import java.util.Optional;

/**
 * How fast an alert, or its end, reached those for whom it was meant on one channel.
 *
 * @param addressees for whom it was meant, whatever became of it
 * @param reached those who have certainly got it
 * @param times how long each of them waited, as far as that is known, in milliseconds, ascending
 */
record Reach(int addressees, int reached, List<Long> times) {

  private static final int ALL = 100;

  Reach {
    if (reached > addressees || times.size() > reached) {
      throw new IllegalArgumentException("nobody is reached for whom it was not meant");
    }
    times = times.stream().sorted().toList();
  }

  /**
   * After how many milliseconds so many of all addressees had it; empty while fewer have it for
   * certain. Whoever has it at a time that nobody knows counts as the last.
   */
  Optional<Long> until(int percent) {
    long rank = Math.ceilDiv((long) percent * addressees, ALL);
    return rank == 0 || rank > times.size()
        ? Optional.empty()
        : Optional.of(times.get((int) rank - 1));
  }
}
