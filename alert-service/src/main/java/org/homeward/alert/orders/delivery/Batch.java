package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The messages that a slice sends at one time, and what it records without sending.
 *
 * @param attempts in the order in which they are sent
 * @param noted states to record of destinations that are sent nothing, by number
 * @param next when somebody else could be sent something at the earliest
 */
record Batch(List<Attempt> attempts, Map<Long, Delivery> noted, Optional<Instant> next) {

  /** The states to record before anything is sent. */
  Map<Long, Delivery> intents() {
    Map<Long, Delivery> all = new TreeMap<>(noted);
    attempts.forEach(attempt -> all.put(attempt.number(), attempt.intended())); // upholds 2
    return all;
  }

  /** Collects a batch. */
  static final class Gathering {

    private final int size;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Map<Long, Delivery> noted = new TreeMap<>();
    private Optional<Instant> next = Optional.empty();

    Gathering(int size) {
      this.size = size;
    }

    boolean isFull() {
      return attempts.size() >= size;
    }

    void send(Attempt attempt) {
      attempts.add(attempt);
    }

    void note(long number, Delivery delivery) {
      noted.put(number, delivery);
      if (delivery.next() != null) {
        wait(delivery.next());
      }
    }

    void wait(Instant until) {
      next = Optional.of(next.filter(earlier -> earlier.isBefore(until)).orElse(until));
    }

    Batch gathered() {
      return new Batch(List.copyOf(attempts), noted, next);
    }
  }
}
