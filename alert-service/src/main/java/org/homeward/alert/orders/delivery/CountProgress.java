package org.homeward.alert.orders.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.jspecify.annotations.Nullable;

/** Counts how far an alert or its end has got, by the rule that sends it; nobody is named. */
public final class CountProgress {

  /** A watcher does not wait longer for a number. */
  private static final Duration LASTS = Duration.ofSeconds(2);

  private final GuardedDocuments<Slice> slices;
  private final SliceIds ids;
  private final SubscriptionNumbers numbers;
  private final Clock clock;

  CountProgress(
      GuardedDocuments<Slice> slices, SliceIds ids, SubscriptionNumbers numbers, Clock clock) {
    this.slices = slices;
    this.ids = ids;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * Destinations that were meant and not tried yet with the present edition; empty when nothing
   * further goes out of the alert, or when they could not be counted in a short time.
   */
  Optional<Integer> remaining(SeenAlert alert) {
    return remainingByChannel(alert)
        .map(all -> all.values().stream().mapToInt(Integer::intValue).sum());
  }

  /** The same by the channel on which they are told. */
  public Optional<Map<Channel, Integer>> remainingByChannel(SeenAlert alert) {
    return switch (alert.state()) {
      case Alert.Active active -> remaining(alert.id(), active.issue());
      case Alert.Frozen frozen -> remaining(alert.id(), frozen.issue());
      case Alert.Draft _, Alert.Over _, Alert.Erased _ -> Optional.empty();
    };
  }

  /** Destinations that may have received something and were not tried yet with its end. */
  int owed(SeenAlert alert) {
    if (!(alert.state() instanceof Alert.Over over)) {
      return 0;
    }
    int owed = 0;
    for (int k = 1; k <= Slice.count(over.watermark()); k++) {
      Slice.Open slice = slice(alert.id(), k);
      if (slice != null) {
        owed +=
            (int)
                slice.deliveries().values().stream()
                    .filter(delivery -> !delivery.end() && delivery.mayHaveAny())
                    .count();
      }
    }
    return owed;
  }

  private Optional<Map<Channel, Integer>> remaining(String alert, Issue issue) {
    PreviewDocument.Rule rule = issue.preview().read().rule();
    Instant end = clock.instant().plus(LASTS);
    Map<Channel, Integer> remaining = new EnumMap<>(Channel.class);
    for (int k = 1; k <= Slice.count(rule.watermark()); k++) {
      if (clock.instant().isAfter(end)) {
        return Optional.empty();
      }
      Slice.Open slice = slice(alert, k);
      long first = (long) Slice.SIZE * (k - 1) + 1;
      long last = Math.min(first + Slice.SIZE - 1, rule.watermark());
      List<Long> untried =
          LongStream.rangeClosed(first, last)
              .filter(number -> isUntried(slice, number, issue.edition()))
              .boxed()
              .toList();
      if (!untried.isEmpty()) {
        numbers.of(untried).values().stream()
            .filter(to -> Selection.isMeant(rule, to))
            .forEach(to -> remaining.merge(to.address().channel(), 1, Integer::sum));
      }
    }
    return Optional.of(remaining);
  }

  private static boolean isUntried(Slice.@Nullable Open slice, long number, int edition) {
    Delivery before = slice == null ? null : slice.deliveries().get(number);
    return before == null
        || (!before.end() && before.edition() < edition && !before.isNeverAgain());
  }

  private Slice.@Nullable Open slice(String alert, int k) {
    return slices.find(ids.slice(alert, k)).map(Guarded::state).orElse(null)
            instanceof Slice.Open open
        ? open
        : null;
  }
}
