package org.homeward.alert.police.desks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Publishes desks of an earlier version, which published none. They stay confirmed, because the
 * police must not lose their feed by an upgrade; the data-protection officer gets a task for each.
 */
final class TellOfEarlierDesks {

  private static final String BY = "alert";

  private final GuardedDocuments<Desk> desks;
  private final Clock clock;

  TellOfEarlierDesks(GuardedDocuments<Desk> desks, Clock clock) {
    this.desks = desks;
    this.clock = clock;
  }

  /** Safe to repeat: a desk that is published has a confirmation. */
  void tell() {
    List<String> earlier = new ArrayList<>();
    desks.forEach(
        desk -> {
          if (isEarlier(desk.state())) {
            earlier.add(desk.id());
          }
        });
    earlier.forEach(
        id -> {
          WriteOutcome<Desk, Boolean> _ = desks.change(id, this::decide);
        });
  }

  private Decision<Desk, Boolean> decide(Guarded<Desk> read) {
    Desk desk = read.state();
    if (!isEarlier(desk)) {
      return Decision.keep(false);
    }
    Map<String, Instant> dues =
        desk.revokedAt() == null ? DeskDues.missedAt(desk.expiresAt()) : Map.of();
    return Decision.write(
        Edit.of(desk.confirmed(BY, clock.instant()), BY, Desk.REGISTERED, Desk.CONFIRMED)
            .withDues(dues)
            .asEssential(),
        true);
  }

  private static boolean isEarlier(Desk desk) {
    return desk.registeredBy() == null && desk.confirmed() == null;
  }
}
