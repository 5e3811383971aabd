package org.homeward.alert.orders.measures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.delivery.Delivery;
import org.homeward.alert.orders.measures.Measured.Failure;
import org.homeward.alert.orders.measures.Measured.Standing;
import org.homeward.alert.subscribers.destinations.Channel;
import org.jspecify.annotations.Nullable;

/** Counts delivery records of one alert. */
final class CountReached {

  private static final String WITHOUT_REASON = "none";

  private final boolean over;
  private final Map<Channel, Counted> alert = new EnumMap<>(Channel.class);
  private final Map<Channel, Counted> ends = new EnumMap<>(Channel.class);
  private final Map<Failure, Integer> failures = new HashMap<>();

  /** Of one channel. */
  private static final class Counted {

    private final List<Long> times = new ArrayList<>();
    private int addressees;
    private int reached;

    Reach reach(int more) {
      return new Reach(addressees + more, reached, times);
    }
  }

  /**
   * @param over whether the alert is over, so that ends are owed
   */
  CountReached(boolean over) {
    this.over = over;
  }

  /** An owner who has left before anything arrived wanted none of it. */
  void add(Delivery delivery) {
    Channel channel = delivery.way();
    Delivery.Took took = delivery.took();
    if (!delivery.lacksOwner() || delivery.mayHaveAny()) {
      boolean has = !delivery.end() && delivery.state() == Delivery.State.ACCEPTED;
      add(alert, channel, took == null ? null : took.reached(), has);
    }
    boolean isOwed = delivery.end() || (over && delivery.mayHaveAny());
    if (isOwed && !delivery.lacksOwner()) {
      boolean has = delivery.end() && delivery.state() == Delivery.State.ACCEPTED;
      add(ends, channel, took == null ? null : took.ended(), has);
    }
    standing(delivery)
        .ifPresent(
            standing ->
                failures.merge(
                    new Failure(channel, delivery.end(), standing, reason(delivery)),
                    1,
                    Integer::sum));
  }

  private static void add(
      Map<Channel, Counted> to, Channel channel, @Nullable Long time, boolean has) {
    Counted counted = to.computeIfAbsent(channel, _ -> new Counted());
    counted.addressees++;
    if (time != null || has) {
      counted.reached++;
    }
    if (time != null) {
      counted.times.add(time);
    }
  }

  private static Optional<Standing> standing(Delivery delivery) {
    if (delivery.lacksOwner()) {
      return Optional.empty();
    }
    return switch (delivery.state()) {
      case ACCEPTED, INTENDED -> Optional.empty();
      case LATER -> Optional.of(Standing.WAITING);
      case UNKNOWN -> Optional.of(Standing.UNKNOWN);
      case NEVER -> Optional.of(Standing.UNREACHED);
    };
  }

  private static String reason(Delivery delivery) {
    return delivery.reason() == null ? WITHOUT_REASON : delivery.reason();
  }

  /**
   * @param untried for whom the alert is meant too, and who were not tried yet; empty when nobody
   *     could count them
   */
  Measured measured(Optional<Map<Channel, Integer>> untried) {
    Map<Channel, Reach> ended = new EnumMap<>(Channel.class);
    ends.forEach((channel, counted) -> ended.put(channel, counted.reach(0)));
    return new Measured(untried.map(this::alert), ended, failures);
  }

  private Map<Channel, Reach> alert(Map<Channel, Integer> untried) {
    Map<Channel, Reach> reached = new EnumMap<>(Channel.class);
    untried.forEach((channel, more) -> reached.put(channel, new Reach(more, 0, List.of())));
    alert.forEach(
        (channel, counted) ->
            reached.put(channel, counted.reach(untried.getOrDefault(channel, 0))));
    return reached;
  }
}
