package org.homeward.alert.orders.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.orders.preview.RenderAlert;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.store.StoreFailure;

/** How many an alert would go to now, counted by the rule that sends it. */
final class CountAddressees implements RenderAlert.Addressees {

  private static final int STEP = 1_000;

  /** An author does not wait longer for a number. */
  private static final Duration LASTS = Duration.ofSeconds(2);

  private final SubscriptionNumbers numbers;
  private final List<Channel> channels;
  private final Clock clock;

  /**
   * @param channels those that are open on this node
   */
  CountAddressees(SubscriptionNumbers numbers, List<Channel> channels, Clock clock) {
    this.numbers = numbers;
    this.channels = List.copyOf(channels);
    this.clock = clock;
  }

  @Override
  public List<Channel> channels() {
    return channels;
  }

  @Override
  public long watermark() {
    return numbers.watermark();
  }

  @Override
  public Optional<Map<Channel, Integer>> count(PreviewDocument.Rule rule) {
    try {
      return counted(rule);
    } catch (StoreFailure notCounted) {
      return Optional.empty();
    }
  }

  private Optional<Map<Channel, Integer>> counted(PreviewDocument.Rule rule) {
    Instant end = clock.instant().plus(LASTS);
    Map<Channel, Integer> counts = new EnumMap<>(Channel.class);
    rule.channels().forEach(channel -> counts.put(channel, 0));
    for (long first = 1; first <= rule.watermark(); first += STEP) {
      if (clock.instant().isAfter(end)) {
        return Optional.empty();
      }
      long last = Math.min(rule.watermark(), first + STEP - 1);
      numbers.interests(first, last, rule.area().country()).stream()
          .filter(interest -> PlanBatch.isMeant(rule, interest))
          .forEach(interest -> counts.merge(interest.channel(), 1, Integer::sum));
    }
    return Optional.of(counts);
  }
}
