package org.homeward.alert.subscribers.subscriptions;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * A wish that waits for its confirmation.
 *
 * @param nonce random; the link of this asking is made from it
 * @param askedAt when that was, or when its mail has its turn if that is later
 * @param expires from then on the link confirms nothing
 */
record Asking(
    String nonce,
    SubscriptionWish wish,
    Instant askedAt,
    Instant expires,
    ConfirmationDelivery delivery) {

  /** How long a link waits to be used, and an address that nobody confirmed is kept. */
  static final Duration PATIENCE = Duration.ofHours(48);

  Asking {
    requireNonNull(nonce, "nonce");
    requireNonNull(wish, "wish");
    requireNonNull(askedAt, "askedAt");
    requireNonNull(expires, "expires");
    requireNonNull(delivery, "delivery");
  }

  static Asking fresh(String nonce, SubscriptionWish wish, Instant now) {
    return new Asking(nonce, wish, now, now.plus(PATIENCE), ConfirmationDelivery.WAITING);
  }

  Instant quietUntil() {
    return askedAt.plus(QuietHour.LENGTH);
  }

  Asking with(ConfirmationDelivery now) {
    return new Asking(nonce, wish, askedAt, expires, now);
  }

  /** As if it were asked when its mail has its turn: patience and quiet hour begin then. */
  Asking putOff(Instant turn) {
    return new Asking(nonce, wish, turn, turn.plus(PATIENCE), delivery.inTurn());
  }

  boolean isOpen(Instant now) {
    return now.isBefore(expires);
  }

  @Override
  public String toString() {
    return "Asking[" + askedAt + "]";
  }
}
