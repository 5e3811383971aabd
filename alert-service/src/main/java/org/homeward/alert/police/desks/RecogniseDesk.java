package org.homeward.alert.police.desks;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
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
  public Optional<Reader> recognise(String id, String key) {
    Optional<Desk> desk = desks.find(id).map(Guarded::state);
    boolean fits = new DeskKey(key).fits(desk.map(Desk::keyHash).orElse(NO_HASH));
    return desk.filter(d -> fits && d.standing(clock.instant()) == Desk.Standing.VALID)
        .map(d -> reader(id, null, d));
  }

  /**
   * A person of a desk, whose token the issuer has signed. The desk's key may have expired, because
   * people do not need it; an unconfirmed or revoked desk is closed to its people too.
   */
  public Optional<Reader> recogniseOneOf(String id, String person) {
    return desks
        .find(id)
        .map(Guarded::state)
        .filter(desk -> desk.isConfirmed() && desk.revokedAt() == null) // upholds 6
        .map(desk -> reader(id, person, desk));
  }

  private static Reader reader(String id, @Nullable String person, Desk desk) {
    Jurisdiction where = desk.jurisdiction();
    return new Reader(id, person, where.country(), Set.of(where.area()), desk.exercise());
  }

  /** Whether the key of a recognised desk is still valid. */
  public boolean isValid(String id) {
    return desks
        .find(id)
        .filter(desk -> desk.state().standing(clock.instant()) == Desk.Standing.VALID)
        .isPresent();
  }
}
