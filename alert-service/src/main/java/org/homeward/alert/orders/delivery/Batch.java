package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.alert.subscribers.subscriptions.Destination;

/**
 * What a slice needs done at one time.
 *
 * @param send who is sent something now, with the mail's state to store before
 * @param noted what is stored without sending
 * @param to their addresses
 * @param next when somebody else could be sent something at the earliest
 */
record Batch(
    Map<Long, Delivery> send,
    Map<Long, Delivery> noted,
    Map<Long, Destination> to,
    Optional<Instant> next) {

  /** Collects a batch. */
  static final class Gathering {

    private final int size;
    private final Map<Long, Delivery> send = new TreeMap<>();
    private final Map<Long, Delivery> noted = new TreeMap<>();
    private final Map<Long, Destination> to = new TreeMap<>();
    private Optional<Instant> next = Optional.empty();

    Gathering(int size) {
      this.size = size;
    }

    boolean isFull() {
      return send.size() >= size;
    }

    void send(Destination destination, Delivery intended) {
      if (!isFull()) {
        send.put(destination.number(), intended);
        to.put(destination.number(), destination);
      }
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
      return new Batch(send, noted, to, next);
    }
  }
}
