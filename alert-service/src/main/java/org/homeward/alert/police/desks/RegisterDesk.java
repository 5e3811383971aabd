package org.homeward.alert.police.desks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Registers a police desk and makes its key, which opens nothing until another confirms it. */
final class RegisterDesk {

  /** The longest life of a key. */
  static final int MAX_DAYS = 90;

  private final GuardedDocuments<Desk> desks;
  private final Clock clock;

  RegisterDesk(GuardedDocuments<Desk> desks, Clock clock) {
    this.desks = desks;
    this.clock = clock;
  }

  /** The desk that an administrator asks for. */
  record DeskWish(String name, Jurisdiction jurisdiction, boolean exercise, int validDays) {

    DeskWish {
      if (validDays < 1 || validDays > MAX_DAYS) {
        throw new IllegalArgumentException("validDays is not between 1 and " + MAX_DAYS);
      }
    }
  }

  /** How it ended. */
  sealed interface Registered {

    /** The only answer that shows the key. */
    record Now(Guarded<Desk> desk, DeskKey key) implements Registered {}

    record Before(Guarded<Desk> desk) implements Registered {}

    record KeyReused() implements Registered {}
  }

  Registered register(DeskWish wish, Command command, String by) {
    DeskKey key = DeskKey.fresh();
    Instant now = clock.instant();
    var desk =
        new Desk(
            wish.name(),
            wish.jurisdiction(),
            wish.exercise(),
            key.hash(),
            now,
            now.plus(Duration.ofDays(wish.validDays())),
            null,
            by,
            null,
            null);
    String id = UUID.randomUUID().toString();
    Edit<Desk> edit =
        Edit.of(desk, by, Desk.REGISTERED).withDues(DeskDues.missedAt(desk.expiresAt()));
    return switch (desks.create(id, edit, command, key)) {
      case WriteOutcome.Written(var made, var shown) -> new Registered.Now(made, shown);
      case WriteOutcome.Repeated(var made, var _) -> new Registered.Before(made);
      case WriteOutcome.KeyReused() -> new Registered.KeyReused();
    };
  }
}
