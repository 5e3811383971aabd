package org.homeward.alert.police.desks;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

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
        .map(d -> reader(id, d));
  }

  private static Reader reader(String id, Desk desk) {
    Jurisdiction where = desk.jurisdiction();
    return new Reader(id, where.country(), Set.of(where.area()), desk.exercise());
  }

  /** Whether the key of a recognised desk is still valid. */
  public boolean isValid(String id) {
    return desks
        .find(id)
        .filter(desk -> desk.state().standing(clock.instant()) == Desk.Standing.VALID)
        .isPresent();
  }
}
