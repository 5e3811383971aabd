package org.homeward.alert.police.desks;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.registers.Confirmation;
import org.homeward.alert.registers.Standing;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a desk by its key. It reads the store for every request, so that a revocation holds
 * from the next request on.
 */
public final class RecogniseDesk {

  /** A hash that fits no key, used for a desk that does not exist. */
  private static final String NO_HASH = "0".repeat(64);

  private final GuardedDocuments<Desk> desks;
  private final Clock clock;

  RecogniseDesk(GuardedDocuments<Desk> desks, Clock clock) {
    this.desks = desks;
    this.clock = clock;
  }

  /** Empty for an unknown or unconfirmed desk, and for a wrong, an expired or a revoked key. */
  public Optional<KnownDesk> recognise(String id, String key) {
    Optional<Desk> desk = desks.find(id).map(Guarded::state);
    boolean fits = new DeskKey(key).fits(desk.map(Desk::keyHash).orElse(NO_HASH));
    return desk.filter(d -> fits && d.standing(clock.instant()) == Standing.VALID)
        .map(d -> known(id, null, d.keyHash(), d));
  }

  /**
   * A person of a desk, whose token the issuer has signed. A desk whose key has expired counts as
   * one that does not read, so it is closed to its people like an unconfirmed or a revoked one.
   */
  public Optional<KnownDesk> recogniseOneOf(String id, String person) {
    return desks
        .find(id)
        .map(Guarded::state)
        .filter(desk -> desk.standing(clock.instant()) == Standing.VALID) // upholds 6
        .map(desk -> known(id, person, null, desk));
  }

  private static KnownDesk known(
      String id, @Nullable String person, @Nullable String keyHash, Desk desk) {
    Jurisdiction where = desk.jurisdiction();
    Confirmation confirmed = desk.confirmed();
    Instant since = confirmed == null ? desk.createdAt() : confirmed.at();
    return new KnownDesk(
        id, person, keyHash, where.country(), Set.of(where.area()), desk.exercise(), since);
  }

  /** Whether the key that a program came with still opens the feed. */
  public boolean isValid(KnownDesk program) {
    return desks
        .find(program.desk())
        .map(Guarded::state)
        .filter(desk -> desk.keyHash().equals(program.keyHash())) // upholds 6
        .filter(desk -> desk.standing(clock.instant()) == Standing.VALID)
        .isPresent();
  }
}
