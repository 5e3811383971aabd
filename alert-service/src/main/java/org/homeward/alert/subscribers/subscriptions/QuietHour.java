package org.homeward.alert.subscribers.subscriptions;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The time in which a mailbox gets no second confirmation mail. The document goes with it.
 *
 * @param heldBy the subscription that the one mail belongs to
 */
public record QuietHour(String heldBy) {

  public static final Duration LENGTH = Duration.ofHours(1);

  public QuietHour {
    requireNonNull(heldBy, "heldBy");
  }
}
