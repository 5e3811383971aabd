package org.homeward.alert.police.desks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.homeward.alert.registers.Confirmation;
import org.homeward.alert.registers.Entry;
import org.homeward.alert.registers.Standing;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.snapshots.DeskSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A police desk that reads the feed once a second person has confirmed it.
 *
 * @param exercise gets exercises and nothing else
 * @param keyHash SHA-256 of its key, in hex; the key itself is nowhere
 * @param expiresAt from then on the key is no key
 * @param revokedAt when somebody revoked it before
 * @param registeredBy the administrator; null for a desk of an earlier version, which one person
 *     registered and nobody confirmed: it counts as confirmed
 * @param confirmed by another person
 * @param renewal a new key that nobody has confirmed yet; until then the old one holds
 */
public record Desk(
    String name,
    Jurisdiction jurisdiction,
    boolean exercise,
    String keyHash,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable String registeredBy,
    @Nullable Confirmation confirmed,
    @Nullable Renewal renewal)
    implements Entry {

  private static final int NAME_OF_KEY = 16;

  static final String REGISTERED = ChangeType.DESK_REGISTERED.text();
  public static final String CONFIRMED = ChangeType.DESK_CONFIRMED.text();
  public static final String REVOKED = ChangeType.DESK_REVOKED.text();

  public Desk {
    requireNonNull(name, "name");
    requireNonNull(jurisdiction, "jurisdiction");
    requireNonNull(keyHash, "keyHash");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(expiresAt, "expiresAt");
  }

  /** A new key, with its end, from an administrator. */
  public record Renewal(String keyHash, Instant expiresAt, String by) {

    public Renewal {
      requireNonNull(keyHash, "keyHash");
      requireNonNull(expiresAt, "expiresAt");
      requireNonNull(by, "by");
    }
  }

  @Override
  public Standing standing(Instant now) {
    return Standing.of(isConfirmed(), expiresAt, revokedAt, now);
  }

  /** A renewed key is confirmed too. */
  @Override
  public boolean asksForConfirmation(Instant now) {
    return renewal != null || Entry.super.asksForConfirmation(now);
  }

  /** The administrator made the key that waits. */
  @Override
  public boolean isOwnOf(String person) {
    return person.equals(renewal == null ? registeredBy : renewal.by());
  }

  /** Tells one key of the desk from another, and opens nothing. */
  public String nameOfKey() {
    return keyHash.substring(0, NAME_OF_KEY);
  }

  boolean isConfirmed() {
    return confirmed != null || registeredBy == null;
  }

  /** The key that waits opens the feed from now on, and the one before it nothing. */
  Desk confirmed(String by, Instant at) {
    return renewal == null
        ? with(revokedAt, new Confirmation(by, at), null)
        : renewed(renewal, by, at);
  }

  Desk renewing(Renewal key) {
    return with(revokedAt, confirmed, key);
  }

  Desk revoked(Instant at) {
    return with(at, confirmed, null);
  }

  private Desk with(
      @Nullable Instant revokedAt, @Nullable Confirmation confirmed, @Nullable Renewal renewal) {
    return new Desk(
        name,
        jurisdiction,
        exercise,
        keyHash,
        createdAt,
        expiresAt,
        revokedAt,
        registeredBy,
        confirmed,
        renewal);
  }

  private Desk renewed(Renewal key, String by, Instant at) {
    return new Desk(
        name,
        jurisdiction,
        exercise,
        key.keyHash(),
        createdAt,
        key.expiresAt(),
        null,
        key.by(),
        new Confirmation(by, at),
        null);
  }

  /** As its topic tells it. */
  DeskSnapshot snapshot(String id) {
    return new DeskSnapshot(
        id, name, Set.of(jurisdiction.area()), exercise, isConfirmed(), expiresAt, revokedAt);
  }

  @Override
  public String toString() {
    return "Desk[" + name + "]";
  }
}
