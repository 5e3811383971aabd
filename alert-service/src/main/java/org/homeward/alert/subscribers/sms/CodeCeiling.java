package org.homeward.alert.subscribers.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.homeward.schema.people.PhoneNumber;

/**
 * How many codes are sent in an hour: to one number, and by the whole node. Messages that others
 * make a node send cost money, and some earn it.
 *
 * @param perHour of the whole node
 */
record CodeCeiling(int perHour) {

  static final int PER_NUMBER = 3;

  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * @param all registered phones, under whatever name
   */
  boolean permits(PhoneNumber number, Collection<Phone> all, Instant now) {
    Instant since = now.minus(HOUR);
    long ofNumber =
        all.stream()
            .filter(phone -> number.equals(phone.number()))
            .mapToLong(phone -> phone.proof().sentSince(since))
            .sum();
    long ofNode = all.stream().mapToLong(phone -> phone.proof().sentSince(since)).sum();
    return ofNumber < PER_NUMBER && ofNode < perHour;
  }
}
