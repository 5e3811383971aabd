package org.homeward.alert.orders.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.subscribers.destinations.EndsOwed;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Looks through all open slices; that is asked once an hour for a phone that was revoked. */
final class FindEndsOwed implements EndsOwed {

  /** After an end, the names of people whom it did not reach are shown for this long. */
  static final Duration LISTED = Duration.ofDays(90);

  private final GuardedDocuments<Slice> slices;
  private final GuardedDocuments<Alert> alerts;

  FindEndsOwed(GuardedDocuments<Slice> slices, GuardedDocuments<Alert> alerts) {
    this.slices = slices;
    this.alerts = alerts;
  }

  @Override
  public boolean isOwed(long number) {
    Instant now = slices.clock().instant();
    var owed = new AtomicBoolean();
    slices.forEach(
        each -> {
          if (each.state() instanceof Slice.Open slice && isOwed(slice, number, now)) {
            owed.set(true);
          }
        });
    return owed.get();
  }

  private boolean isOwed(Slice.Open slice, long number, Instant now) {
    Delivery delivery = slice.deliveries().get(number);
    if (delivery == null) {
      return false;
    }
    boolean isDone = DeliverySteps.end(delivery, now) instanceof DeliveryStep.Done;
    return !isDone
        || (delivery.isEndMissed() && isOverSince(slice.alert(), now.minus(LISTED))); // upholds 4
  }

  private boolean isOverSince(String alert, Instant since) {
    return alerts.find(alert).map(Guarded::state).orElse(null) instanceof Alert.Over over
        && over.at().isAfter(since);
  }
}
