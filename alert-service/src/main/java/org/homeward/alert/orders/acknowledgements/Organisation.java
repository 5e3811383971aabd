package org.homeward.alert.orders.acknowledgements;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.delivery.Delivery;
import org.homeward.alert.subscribers.destinations.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The system or phone of an organisation that an alert was meant for.
 *
 * @param number of the destination
 * @param name of the organisation
 * @param has whether it has certainly got the alert
 * @param word the one that counts now
 * @param silent whether its time to answer is over
 */
record Organisation(
    long number, Channel channel, String name, boolean has, Optional<Word> word, boolean silent) {

  /**
   * @param delivery null while it was not tried: its system is paused or away
   * @param within how long it may take to answer once it has the alert
   */
  static Organisation of(
      long number,
      Channel channel,
      String name,
      @Nullable Delivery delivery,
      @Nullable Word word,
      Alert alert,
      Duration within,
      Instant now) {
    boolean answered = word != null && word.isAnswer();
    boolean silent =
        !answered
            && alert instanceof Alert.Active active
            && !now.isBefore(since(delivery, active).plus(within)); // upholds 11
    return new Organisation(
        number,
        channel,
        name,
        delivery != null && delivery.reachedAt().isPresent(),
        Optional.ofNullable(word),
        silent);
  }

  /** One that has not got it is not waited for longer: somebody has to call it. */
  private static Instant since(@Nullable Delivery delivery, Alert.Active active) {
    return Optional.ofNullable(delivery)
        .flatMap(Delivery::reachedAt)
        .orElse(active.issue().since());
  }

  /** Whether it is one that can be asked for an answer; mailboxes belong to volunteers. */
  static boolean isOne(Delivery delivery) {
    return delivery.way() != Channel.MAIL && !delivery.lacksOwner();
  }
}
