package org.homeward.alert.police.desks;

import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import org.homeward.durable.document.Check;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Lets a desk read with its first or a new key: another person says that it is the police. */
final class ConfirmDesk {

  private final GuardedDocuments<Desk> desks;
  private final Clock clock;

  ConfirmDesk(GuardedDocuments<Desk> desks, Clock clock) {
    this.desks = desks;
    this.clock = clock;
  }

  /** How it ended. */
  enum Confirmed {
    /** It reads, now or since before. */
    READS,
    /** The person who registered it cannot confirm it. */
    SAME_PERSON,
    /** Its key has expired or was revoked. */
    OVER
  }

  /**
   * @param seen the version that the person has seen
   */
  WriteOutcome.OfRequest<Desk, Confirmed> confirm(
      String id, OptionalLong seen, Command command, String by) {
    return desks.change(id, Check.of(command, seen), read -> decide(read, by));
  }

  private Decision<Desk, Confirmed> decide(Guarded<Desk> read, String by) {
    Instant now = clock.instant();
    Desk desk = read.state();
    boolean alone = desk.asksForConfirmation(now) && by.equals(desk.asker());
    if (alone) return Decision.keep(Confirmed.SAME_PERSON); // upholds 3
    if (desk.renewal() != null) {
      Desk renewed = desk.renewed(desk.renewal(), by, now);
      return Decision.write(
          Edit.of(renewed, by, Desk.CONFIRMED).withDues(DeskDues.missedAt(renewed.expiresAt())),
          Confirmed.READS);
    }
    return switch (desk.standing(now)) {
      case VALID -> Decision.keep(Confirmed.READS);
      case EXPIRED, REVOKED -> Decision.keep(Confirmed.OVER);
      case UNCONFIRMED ->
          Decision.write(
              Edit.of(desk.confirmed(by, now), by, Desk.CONFIRMED).withDues(read.dues()),
              Confirmed.READS);
    };
  }
}
