package org.homeward.alert.orders.delivery;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.homeward.alert.subscribers.destinations.Destination;
import org.jspecify.annotations.Nullable;

/**
 * One message to one destination: planned, recorded, sent, and recorded again with its result. Or
 * what was sent is taken back, as far as it has not arrived.
 *
 * @param by the way on which it goes
 * @param message null when one is taken back
 * @param before where the destination stood; null when it was never tried
 * @param intended recorded before it is sent
 */
record Attempt(
    Sender by,
    Destination to,
    @Nullable Message message,
    @Nullable Delivery before,
    Delivery intended) {

  /** A provider is asked not to deliver what it may still hold; that is safe to repeat. */
  static Attempt takingBack(Sender by, Destination to, Delivery held) {
    return new Attempt(by, to, null, held, held);
  }

  /** An attempt that was sent, and where its destination stands now. */
  record Sent(Attempt attempt, Delivery result) {}

  long number() {
    return to.number();
  }

  /**
   * Where the destination stands after it.
   *
   * @param isStill asked after a wait: false and no message leaves
   */
  Delivery carry(
      Sender.Session session, Instant deadline, BooleanSupplier isStill, Supplier<Instant> now) {
    if (message == null) {
      return DeliverySteps.takenBack(intended, session.takeBack(to, intended, deadline), now.get());
    }
    Sender.Carried carried = session.carry(message, to, intended, deadline, isStill);
    Instant at = now.get();
    Delivery after = DeliverySteps.after(intended, carried.result(), at).with(carried.ways());
    return after.state() == Delivery.State.ACCEPTED ? after.taken(message.since(), at) : after;
  }
}
