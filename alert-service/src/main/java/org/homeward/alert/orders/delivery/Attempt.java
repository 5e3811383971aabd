package org.homeward.alert.orders.delivery;

import org.homeward.alert.subscribers.destinations.Destination;
import org.jspecify.annotations.Nullable;

/**
 * One message to one destination: planned, recorded, sent, and recorded again with its result.
 *
 * @param by the way on which it goes
 * @param before where the destination stood; null when it was never tried
 * @param intended recorded before it is sent
 */
record Attempt(
    Sender by, Destination to, Message message, @Nullable Delivery before, Delivery intended) {

  /** An attempt that was sent, and where its destination stands now. */
  record Sent(Attempt attempt, Delivery result) {}

  long number() {
    return to.number();
  }
}
