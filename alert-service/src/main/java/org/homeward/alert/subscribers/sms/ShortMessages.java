package org.homeward.alert.subscribers.sms;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.homeward.schema.people.PhoneNumber;

/** Hands short messages to one provider. */
interface ShortMessages {

  /**
   * It never throws for what the other side does, and answers in time: a message whose first
   * segment is out may take a little longer.
   *
   * @param isStill asked just before the first segment leaves: false and nothing does
   */
  SmsResult send(ShortMessage message, Instant latest, BooleanSupplier isStill);

  /**
   * Asks the provider to deliver no more of what it may still hold, at the pace of messages. One
   * that it does not answer may have arrived.
   *
   * @param ids by which the provider knows the segments
   */
  SmsCancel cancel(PhoneNumber to, List<String> ids, Instant latest);

  /** Whether the provider takes messages from this node now. */
  boolean isBound();
}
