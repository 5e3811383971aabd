package org.homeward.alert.orders.authorities;

import java.time.Clock;
import java.util.List;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Ends an entry at once, whatever version the caller has seen; it stays ended. */
public final class RevokeAuthority {

  private final GuardedDocuments<Authority> authorities;
  private final Clock clock;

  RevokeAuthority(GuardedDocuments<Authority> authorities, Clock clock) {
    this.authorities = authorities;
    this.clock = clock;
  }

  /** The answer tells whether the entry was ended by this call. */
  public WriteOutcome.OfRequest<Authority, Boolean> revoke(String id, Command command, String by) {
    return authorities.change(id, List.of(Check.once(command)), read -> decide(read, by));
  }

  private Decision<Authority, Boolean> decide(Guarded<Authority> read, String by) {
    return read.state().revokedAt() != null
        ? Decision.keep(false)
        : Decision.write(
            Edit.of(read.state().revoked(clock.instant()), by, Authority.REVOKED).asEssential(),
            true);
  }
}
