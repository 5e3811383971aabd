package org.homeward.alert.subscribers.sms;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.values.Audience;

/** Registers a phone; nothing goes there until another person confirms it. */
final class RegisterPhone {

  private final GuardedDocuments<Phone> phones;
  private final Clock clock;

  RegisterPhone(GuardedDocuments<Phone> phones, Clock clock) {
    this.phones = phones;
    this.clock = clock;
  }

  /** The phone that an administrator asks for. */
  record PhoneWish(
      String name,
      PhoneNumber number,
      String country,
      List<String> regions,
      String language,
      Audience audience,
      boolean exercise) {

    @Override
    public String toString() {
      return "PhoneWish[redacted]";
    }
  }

  /** How it ended. */
  sealed interface Registered {

    record Here(Guarded<Phone> phone) implements Registered {}

    /** The same number is registered, for the same kind of alerts: one phone is told once. */
    record Known() implements Registered {}

    record KeyReused() implements Registered {}
  }

  Registered register(PhoneWish wish, Command command, String by) {
    if (phones.createdBy(command).isEmpty() && isKnown(wish)) {
      return new Registered.Known();
    }
    var phone =
        new Phone(
            wish.name(),
            wish.number(),
            wish.country(),
            wish.regions(),
            wish.language(),
            wish.audience(),
            wish.exercise(),
            by,
            clock.instant(),
            null,
            PhoneProof.NONE,
            null);
    return switch (phones.create(
        UUID.randomUUID().toString(), Edit.of(phone, by, Phone.REGISTERED), command, true)) {
      case WriteOutcome.Written(var made, var _) -> new Registered.Here(made);
      case WriteOutcome.Repeated(var made, var _) -> new Registered.Here(made);
      case WriteOutcome.KeyReused() -> new Registered.KeyReused();
    };
  }

  private boolean isKnown(PhoneWish wish) {
    var known = new AtomicBoolean();
    phones.forEach(
        each -> {
          Phone other = each.state();
          if (wish.number().equals(other.number())
              && other.revokedAt() == null
              && other.exercise() == wish.exercise()) {
            known.set(true);
          }
        });
    return known.get();
  }
}
