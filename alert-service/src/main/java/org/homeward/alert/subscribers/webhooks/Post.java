package org.homeward.alert.subscribers.webhooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Posts a message to an address and reads the beginning of the answer. */
@FunctionalInterface
interface Post {

  /**
   * It never throws for what the other side does, and answers in time.
   *
   * @param isStill asked after each wait of this node's own: false and no byte of the message
   *     leaves
   */
  Answer post(URI url, SignedMessage message, Instant deadline, BooleanSupplier isStill);

  /** Its outcome. */
  sealed interface Answer {

    /**
     * The other side has answered.
     *
     * @param retryAfter as it wishes
     */
    record Answered(int status, Optional<Duration> retryAfter, byte[] body) implements Answer {}

    /** This node did not try. */
    record Held(String reason) implements Answer {

      /** What it was to say does not hold any more. */
      static final Held STOPPED = new Held("stopped");
    }

    /** Certainly not sent: no byte of the message has left. */
    record NotSent(String reason) implements Answer {}

    /** It was sent, or begun, and no answer came. */
    record Lost(String reason) implements Answer {}
  }
}
