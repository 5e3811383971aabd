package org.homeward.alert.police.desks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.homeward.alert.registers.Confirmation;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;

/**
 * Opens the desk of a demo's police: its people have logins, and nobody has its key. A node that is
 * no demo any more revokes it.
 */
final class DemoDesk {

  private static final String BY = "demo";

  /** No demo lives so long; a desk whose key has expired counts as one that does not read. */
  private static final Duration ALWAYS = Duration.ofDays(3_650);

  private final GuardedDocuments<Desk> desks;
  private final String country;
  private final Clock clock;

  DemoDesk(GuardedDocuments<Desk> desks, String country, Clock clock) {
    this.desks = desks;
    this.country = country;
    this.clock = clock;
  }

  /** At every start, in every instance; the first one opens it. */
  void open(String id) {
    Instant now = clock.instant();
    var desk =
        new Desk(
            "Demo police",
            new Jurisdiction(country, null),
            false,
            DeskKey.fresh().hash(),
            now,
            now.plus(ALWAYS),
            null,
            BY,
            new Confirmation(BY, now),
            null);
    desks.create(
        id, Edit.of(desk, BY, Desk.REGISTERED, Desk.CONFIRMED), new Command(BY + "/" + id, BY), id);
  }

  /** At every start of a node that is no demo: its people read no notice. */
  void revoke(RevokeDesk revokeDesk) {
    desks.forEach(
        read -> {
          if (BY.equals(read.state().registeredBy()) && read.state().revokedAt() == null) {
            var command = new Command(BY + "/revoke/" + read.id(), BY);
            var _ = revokeDesk.revoke(read.id(), command, BY); // upholds 6
          }
        });
  }
}
