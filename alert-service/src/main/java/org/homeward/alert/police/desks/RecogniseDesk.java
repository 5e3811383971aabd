package org.homeward.alert.police.desks;

import java.time.Clock;
import java.util.Optional;
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

  /** Empty for an unknown desk, a wrong key, one that has expired and one that was revoked. */
  public Optional<Reader> recognise(String id, String key) {
    Optional<Desk> desk = desks.find(id).map(Guarded::state);
    boolean fits = new DeskKey(key).fits(desk.map(Desk::keyHash).orElse(NO_HASH));
    return desk.filter(d -> fits && d.standing(clock.instant()) == Desk.Standing.VALID)
        .map(d -> new Reader(id, null, d.jurisdiction().country(), d.exercise()));
  }

  /**
   * A person of a desk, whose token the issuer has signed. The desk's key may have expired, because
   * people do not need it; a revoked desk is closed to its people too.
   */
  public Optional<Reader> recogniseOneOf(String id, String person) {
    return desks
        .find(id)
        .map(Guarded::state)
        .filter(desk -> desk.standing(clock.instant()) != Desk.Standing.REVOKED)
        .map(desk -> new Reader(id, person, desk.jurisdiction().country(), desk.exercise()));
  }

  /** Whether the key of a recognised desk is still valid. */
  public boolean isValid(String id) {
    return desks
        .find(id)
        .filter(desk -> desk.state().standing(clock.instant()) == Desk.Standing.VALID)
        .isPresent();
  }
}
