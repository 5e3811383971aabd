package org.homeward.alert.alerts;

import java.time.Instant;
import java.util.Set;

/**
 * An authority as the register has it.
 *
 * @param persons opaque ids of those who may speak for it
 * @param valid not revoked, and with the power to order alerts to volunteers
 * @param until when it ends
 */
public record RegisterEntry(
    String id, String office, Set<String> persons, boolean valid, Instant until) {

  public RegisterEntry {
    persons = Set.copyOf(persons);
  }

  boolean holdsAt(Instant now) {
    return valid && now.isBefore(until);
  }

  boolean permits(String person, Instant now) {
    return holdsAt(now) && persons.contains(person);
  }
}
