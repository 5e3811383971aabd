package org.homeward.alert.police.desks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Ends a desk's key at once. It is a stop: whatever version the caller has seen, and a revoked desk
 * stays as it is.
 */
public final class RevokeDesk {

  private final GuardedDocuments<Desk> desks;
  private final Clock clock;

  RevokeDesk(GuardedDocuments<Desk> desks, Clock clock) {
    this.desks = desks;
    this.clock = clock;
  }

  /** The answer tells whether the key was ended by this call. */
  public WriteOutcome.OfRequest<Desk, Boolean> revoke(String id, Command command, String by) {
    return desks.change(id, List.of(Check.once(command)), read -> decide(read, by));
  }

  /**
   * Ends a key again that an earlier copy does not know as ended; one that was renewed since is
   * left alone.
   *
   * @param version that the revocation made
   */
  public WriteOutcome.OfRequest<Desk, Boolean> revokeAgain(
      String id, long version, Command command, String by) {
    return desks.change(
        id,
        List.of(Check.once(command)),
        read -> read.version() >= version ? Decision.keep(false) : decide(read, by));
  }

  /**
   * Ends the key that was renewed after an earlier copy was made; the renewed one is not in the
   * copy.
   *
   * @param version that the confirmation of the renewal made
   * @param nameOfKey of the key that opened the feed from then on
   */
  public WriteOutcome.OfRequest<Desk, Boolean> revokeOlder(
      String id, long version, String nameOfKey, Command command, String by) {
    return desks.change(
        id,
        List.of(Check.once(command)),
        read ->
            read.version() >= version || read.state().nameOfKey().equals(nameOfKey)
                ? Decision.keep(false)
                : decide(read, by));
  }

  private Decision<Desk, Boolean> decide(Guarded<Desk> read, String by) {
    if (read.state().revokedAt() != null) {
      return Decision.keep(false);
    }
    Instant now = clock.instant();
    return Decision.write(
        Edit.of(read.state().revoked(now), by, Desk.REVOKED)
            .withDues(DeskDues.missedAt(now))
            .asEssential(),
        true);
  }
}
