package org.homeward.alert.orders.authorities;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.homeward.alert.registers.Confirmation;
import org.homeward.alert.registers.Entry;
import org.homeward.alert.registers.Standing;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.AuthoritySnapshot;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register: an office, and the people who act for it once a second person has
 * confirmed it. Nothing of it changes but its end; a new person or power is a new entry.
 *
 * @param country ISO 3166-1 alpha-2
 * @param callBack the number under which the office is called back; never one that a caller gave
 * @param persons opaque ids of people, not logins
 * @param until from then on nobody acts for it
 * @param revokedAt when somebody ended it before
 * @param registeredBy the administrator; {@link #UNKNOWN} for an entry of an earlier version, and
 *     null until this one has read it
 * @param confirmed by another person
 */
public record Authority(
    String office,
    String country,
    String callBack,
    Set<Power> powers,
    Set<String> persons,
    Instant createdAt,
    Instant until,
    @Nullable Instant revokedAt,
    @Nullable String registeredBy,
    @Nullable Confirmation confirmed)
    implements Entry {

  /** In place of the administrator who entered it, where an earlier version did not keep that. */
  static final String UNKNOWN = "alert";

  /** The id of a person, as the topic can name it. */
  static final Pattern PERSON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  static final String REGISTERED = ChangeType.AUTHORITY_REGISTERED.text();
  public static final String CONFIRMED = ChangeType.AUTHORITY_CONFIRMED.text();
  public static final String REVOKED = ChangeType.AUTHORITY_REVOKED.text();

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

  @Override
  public Standing standing(Instant now) {
    return Standing.of(confirmed != null, until, revokedAt, now);
  }

  /** Neither the administrator who entered it confirms it, nor a person who acts for it. */
  @Override
  public boolean isOwnOf(String person) {
    return person.equals(registeredBy) || persons.contains(person);
  }

  /** Whether the topic can name all its persons; an earlier version took other ids too. */
  boolean isTellable() {
    return persons.stream().allMatch(person -> PERSON.matcher(person).matches());
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

  /**
   * Another person says that it is this office. Where nobody knows who entered it, the first one to
   * say so stands for that, and one more must say the same.
   */
  Authority confirmed(String by, Instant at) {
    if (UNKNOWN.equals(registeredBy)) return registered(by); // upholds 3
    return with(revokedAt, registeredBy, new Confirmation(by, at));
  }

  Authority registered(String by) {
    return with(revokedAt, by, confirmed);
  }

  Authority revoked(Instant at) {
    return with(at, registeredBy, confirmed);
  }

  private Authority with(
      @Nullable Instant endedAt, @Nullable String enteredBy, @Nullable Confirmation second) {
    return new Authority(
        office, country, callBack, powers, persons, createdAt, until, endedAt, enteredBy, second);
  }

  /** As its topic tells it. */
  AuthoritySnapshot snapshot(String id) {
    return new AuthoritySnapshot(id, office, persons, confirmed != null, until, revokedAt);
  }

  @Override
  public String toString() {
    return "Authority[" + office + "]";
  }
}
