package org.homeward.alert.police.desks;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Makes a new key for a desk, so that it stays the desk that reports were released to and that
 * cases exclude. The key opens nothing until another person confirms it.
 */
final class RenewDesk {

  private final GuardedDocuments<Desk> desks;
  private final Clock clock;

  RenewDesk(GuardedDocuments<Desk> desks, Clock clock) {
    this.desks = desks;
    this.clock = clock;
  }

  /**
   * The answer is the key, the only time that it is shown.
   *
   * @param seen the version that the administrator has seen
   */
  WriteOutcome.OfRequest<Desk, DeskKey> renew(
      String id, int validDays, OptionalLong seen, Command command, String by) {
    DeskKey key = DeskKey.fresh();
    return desks.change(
        id, Check.of(command, seen), read -> Decision.write(edit(read, key, validDays, by), key));
  }

  private Edit<Desk> edit(Guarded<Desk> read, DeskKey key, int validDays, String by) {
    var renewal =
        new Desk.Renewal(key.hash(), clock.instant().plus(Duration.ofDays(validDays)), by);
    return Edit.of(read.state().renewing(renewal), by).withDues(read.dues());
  }
}
