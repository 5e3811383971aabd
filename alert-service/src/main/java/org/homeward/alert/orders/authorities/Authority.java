package org.homeward.alert.orders.authorities;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register: an office, and the people who act for it. Nothing of it changes but its
 * end; a new person or power is a new entry.
 *
 * @param country ISO 3166-1 alpha-2
 * @param callBack the number under which the office is called back; never one that a caller gave
 * @param persons opaque ids of people, not logins
 * @param until from then on nobody acts for it
 * @param revokedAt when somebody ended it before
 */
public record Authority(
    String office,
    String country,
    String callBack,
    Set<Power> powers,
    Set<String> persons,
    Instant createdAt,
    Instant until,
    @Nullable Instant revokedAt) {

  /** The changes of an entry; they stay in this service. */
  static final String REGISTERED = "authority.registered.v1";

  public static final String REVOKED = "authority.revoked.v1";

  public Authority {
    requireNonNull(office, "office");
    requireNonNull(country, "country");
    requireNonNull(callBack, "callBack");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(until, "until");
    if (powers.isEmpty() || persons.isEmpty()) {
      throw new IllegalArgumentException("an authority has powers and persons");
    }
    powers = Set.copyOf(powers);
    persons = Set.copyOf(persons);
  }

  /** Whether an entry holds. */
  public enum Standing {
    VALID,
    EXPIRED,
    REVOKED
  }

  public Standing standing(Instant now) {
    if (revokedAt != null) {
      return Standing.REVOKED;
    }
    return now.isBefore(until) ? Standing.VALID : Standing.EXPIRED;
  }

  /** Whether anybody may order this in its name now. */
  public boolean holds(Power power, Instant now) {
    return standing(now) == Standing.VALID && powers.contains(power);
  }

  /** Whether this person may order this now. */
  public boolean authorises(String person, Power power, Instant now) {
    return holds(power, now) && persons.contains(person);
  }

  /** The values in a fixed order, for documents and hashes. */
  List<String> personsInOrder() {
    return List.copyOf(new TreeSet<>(persons));
  }

  Authority revoked(Instant at) {
    return new Authority(office, country, callBack, powers, persons, createdAt, until, at);
  }

  @Override
  public String toString() {
    return "Authority[" + office + "]";
  }
}
