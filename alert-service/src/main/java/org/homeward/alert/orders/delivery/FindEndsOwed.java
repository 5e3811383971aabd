package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.alert.subscribers.sms.EndsOwed;
import org.homeward.durable.document.GuardedDocuments;
import org.jspecify.annotations.Nullable;

/** Looks through all open slices; that is asked once an hour for a phone that was revoked. */
final class FindEndsOwed implements EndsOwed {

  private final GuardedDocuments<Slice> slices;

  FindEndsOwed(GuardedDocuments<Slice> slices) {
    this.slices = slices;
  }

  @Override
  public boolean isOwed(long number) {
    Instant now = slices.clock().instant();
    var owed = new AtomicBoolean();
    slices.forEach(
        each -> {
          if (each.state() instanceof Slice.Open slice
              && isOwed(slice.deliveries().get(number), now)) {
            owed.set(true);
          }
        });
    return owed.get();
  }

  private static boolean isOwed(@Nullable Delivery delivery, Instant now) {
    return delivery != null && !(DeliverySteps.end(delivery, now) instanceof DeliveryStep.Done);
  }
}
