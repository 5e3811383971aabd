package org.homeward.alert.orders.measures;

import java.util.Map;
import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.delivery.CountProgress;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.orders.delivery.SliceIds;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Measures how an alert went, from its delivery records alone. */
final class MeasureAlert {

  private final GuardedDocuments<Slice> slices;
  private final SliceIds ids;
  private final CountProgress countProgress;

  MeasureAlert(GuardedDocuments<Slice> slices, SliceIds ids, CountProgress countProgress) {
    this.slices = slices;
    this.ids = ids;
    this.countProgress = countProgress;
  }

  Measured measure(SeenAlert alert) {
    var counted = new CountReached(alert.state() instanceof Alert.Over);
    long watermark = alert.state().watermark();
    for (long first = 1; first <= watermark; first += Slice.SIZE) {
      if (slices.find(ids.holding(alert.id(), first)).map(Guarded::state).orElse(null)
          instanceof Slice.Open slice) {
        slice.deliveries().values().forEach(counted::add);
      }
    }
    return counted.measured(untried(alert));
  }

  /** Nobody is to be told any more once an alert is over. */
  private Optional<Map<Channel, Integer>> untried(SeenAlert alert) {
    return switch (alert.state()) {
      case Alert.Active _, Alert.Frozen _ -> countProgress.remainingByChannel(alert);
      case Alert.Draft _, Alert.Over _, Alert.Erased _ -> Optional.of(Map.of());
    };
  }
}
