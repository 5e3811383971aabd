package org.homeward.alert.subscribers.sms;

import java.time.Instant;
import org.homeward.alert.subscribers.mail.MailResult;

/** Hands short messages to a provider. */
interface ShortMessages {

  /** The channel is off: nobody is told anything on it. */
  ShortMessages OFF =
      new ShortMessages() {
        @Override
        public MailResult send(ShortMessage message, Instant latest) {
          return SmsVerdicts.notSent("off");
        }

        @Override
        public boolean isBound() {
          return false;
        }
      };

  /** It never throws for what the other side does, and answers in time. */
  MailResult send(ShortMessage message, Instant latest);

  /** Whether the provider takes messages from this node now. */
  boolean isBound();
}
