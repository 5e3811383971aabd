package org.homeward.alert.subscribers.sms;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.homeward.alert.subscribers.mail.MailResult;

/** Hands short messages to a provider. */
interface ShortMessages {

  /** The channel is off: nobody is told anything on it. */
  ShortMessages OFF =
      new ShortMessages() {
        @Override
        public MailResult send(ShortMessage message, Instant latest, BooleanSupplier isStill) {
          return SmsVerdicts.notSent("off");
        }

        @Override
        public boolean isBound() {
          return false;
        }
      };

  /**
   * It never throws for what the other side does, and answers in time: a message whose first
   * segment is out may take a little longer.
   *
   * @param isStill asked just before the first segment leaves: false and nothing does
   */
  MailResult send(ShortMessage message, Instant latest, BooleanSupplier isStill);

  /** Whether the provider takes messages from this node now. */
  boolean isBound();
}
