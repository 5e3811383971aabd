package org.homeward.alert.orders.delivery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.CountDeliveries;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Lists the destinations of an alert by name: received, waiting, or not reached and why. */
final class ListDestinations {

  private final GuardedDocuments<Slice> slices;
  private final SliceIds ids;
  private final SubscriptionNumbers numbers;

  ListDestinations(GuardedDocuments<Slice> slices, SliceIds ids, SubscriptionNumbers numbers) {
    this.slices = slices;
    this.ids = ids;
    this.numbers = numbers;
  }

  /** How a destination stands, in words for people. */
  enum Standing {
    ACCEPTED,
    /** It is tried, or tried again. */
    WAITING,
    /** It may have arrived. */
    UNKNOWN,
    UNREACHED
  }

  /** One destination; the address is empty when its owner has left. */
  record Line(
      long number,
      Optional<Address> address,
      Standing standing,
      Delivery delivery,
      String messageId) {

    /** Of a volunteer. */
    Optional<String> email() {
      return address
          .filter(Address.Mailbox.class::isInstance)
          .map(Address.Mailbox.class::cast)
          .map(Address.Mailbox::email);
    }

    @Override
    public String toString() {
      return "Line[" + number + "]";
    }
  }

  /**
   * @param which only these; empty for all
   * @param repeated only those who may have a mail twice
   * @param after the number after which the list begins
   */
  List<Line> list(
      SeenAlert alert, Optional<Standing> which, boolean repeated, long after, int limit) {
    List<Line> lines = new ArrayList<>();
    boolean over = alert.state() instanceof Alert.Over;
    long watermark = alert.state().watermark();
    for (int k = 1; k <= Slice.count(watermark) && lines.size() < limit; k++) {
      if ((long) Slice.SIZE * k > after) {
        lines(alert.id(), over, k, which, repeated, after, limit, lines);
      }
    }
    return lines;
  }

  private void lines(
      String alert,
      boolean over,
      int k,
      Optional<Standing> which,
      boolean repeated,
      long after,
      int limit,
      List<Line> lines) {
    if (!(slices.find(ids.slice(alert, k)).map(Guarded::state).orElse(null)
        instanceof Slice.Open slice)) {
      return;
    }
    Map<Long, Destination> there = numbers.range(slice.first(), slice.last());
    slice
        .deliveries()
        .forEach(
            (number, delivery) -> {
              Standing standing = standing(delivery, over);
              if (number > after
                  && lines.size() < limit
                  && which.map(wanted -> wanted == standing).orElse(true)
                  && (!repeated || delivery.isRepeated())) {
                Optional<Address> address =
                    Optional.ofNullable(there.get(number)).map(Destination::address);
                lines.add(
                    new Line(
                        number, address, standing, delivery, messageId(alert, number, delivery)));
              }
            });
  }

  /** Of all slices; nobody is named. */
  CountDeliveries.Counts counts(String alert, Alert state) {
    Map<Standing, Integer> editions = new EnumMap<>(Standing.class);
    Map<Standing, Integer> ends = new EnumMap<>(Standing.class);
    Map<Channel, Tally> byChannel = new EnumMap<>(Channel.class);
    int repeated = 0;
    boolean over = state instanceof Alert.Over;
    for (int k = 1; k <= Slice.count(state.watermark()); k++) {
      if (slices.find(ids.slice(alert, k)).map(Guarded::state).orElse(null)
          instanceof Slice.Open slice) {
        for (Delivery delivery : slice.deliveries().values()) {
          (delivery.end() ? ends : editions).merge(standing(delivery, over), 1, Integer::sum);
          byChannel.computeIfAbsent(delivery.way(), _ -> new Tally()).add(delivery, over);
          repeated += delivery.isRepeated() ? 1 : 0;
        }
      }
    }
    Map<String, CountDeliveries.OfChannel> counted = new LinkedHashMap<>();
    byChannel.forEach((channel, tally) -> counted.put(channel.name(), tally.counted()));
    return new CountDeliveries.Counts(named(editions), named(ends), repeated, counted);
  }

  /** Counts the destinations of one channel. */
  private static final class Tally {

    private final Map<Standing, Integer> editions = new EnumMap<>(Standing.class);
    private final Map<Standing, Integer> ends = new EnumMap<>(Standing.class);
    private int attempted;
    private int untold;

    void add(Delivery delivery, boolean over) {
      attempted++;
      (delivery.end() ? ends : editions).merge(standing(delivery, over), 1, Integer::sum);
      untold += over && !delivery.end() && delivery.mayHaveAny() ? 1 : 0;
    }

    CountDeliveries.OfChannel counted() {
      return new CountDeliveries.OfChannel(
          attempted,
          of(editions, Standing.ACCEPTED),
          of(editions, Standing.WAITING),
          of(editions, Standing.UNREACHED),
          of(editions, Standing.UNKNOWN),
          untold + of(ends, Standing.WAITING),
          of(ends, Standing.ACCEPTED),
          of(ends, Standing.UNREACHED),
          of(ends, Standing.UNKNOWN));
    }

    private static int of(Map<Standing, Integer> counts, Standing standing) {
      return counts.getOrDefault(standing, 0);
    }
  }

  private static Map<String, Integer> named(Map<Standing, Integer> counts) {
    Map<String, Integer> named = new LinkedHashMap<>();
    counts.forEach((standing, count) -> named.put(standing.name(), count));
    return named;
  }

  private String messageId(String alert, long number, Delivery delivery) {
    return delivery.end() ? ids.end(alert, number) : ids.edition(alert, delivery.edition(), number);
  }

  /** A destination that never got anything of an alert no longer waits once the alert is over. */
  private static Standing standing(Delivery delivery, boolean over) {
    return switch (delivery.state()) {
      case ACCEPTED -> Standing.ACCEPTED;
      case LATER ->
          over && !delivery.mayHaveAny() && !delivery.end() ? Standing.UNREACHED : Standing.WAITING;
      case INTENDED -> Standing.WAITING;
      case UNKNOWN -> Standing.UNKNOWN;
      case NEVER -> Standing.UNREACHED;
    };
  }
}
