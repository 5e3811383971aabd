package org.homeward.alert.subscribers.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;

/**
 * Ends a phone at once, by one person: nothing new goes there. Its number is erased as soon as no
 * alert owes it an end, and no code that it was sent counts for the ceiling of its number any more.
 */
public final class EndPhone {

  /** The due at which it is looked whether the number is still needed. */
  static final String ERASE_DUE = "erase";

  private static final String BY = "alert";

  /** What is under way when it is revoked has ended by then, and shows in the slices. */
  private static final Duration FIRST_LOOK = Duration.ofMinutes(5);

  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final GuardedDocuments<Phone> phones;
  private final EndsOwed endsOwed;
  private final NumberOf numbers;
  private final Clock clock;

  /** The number of a phone in the log of destinations; 0 when it never got one. */
  @FunctionalInterface
  interface NumberOf {
    long number(String phone);
  }

  EndPhone(GuardedDocuments<Phone> phones, EndsOwed endsOwed, NumberOf numbers, Clock clock) {
    this.phones = phones;
    this.endsOwed = endsOwed;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** True when it was not revoked until then. */
  WriteOutcome.OfRequest<Phone, Boolean> revoke(String id, Command command, String by) {
    return phones.change(id, List.of(Check.once(command)), read -> decide(read, by));
  }

  /** It had ended before the data were restored; true when the copy did not know. */
  public boolean endAgain(String id, Command command, String by) {
    return revoke(id, command, by) instanceof WriteOutcome.Written<Phone, Boolean>;
  }

  private Decision<Phone, Boolean> decide(Guarded<Phone> read, String by) {
    if (read.state().revokedAt() != null) {
      return Decision.keep(false);
    }
    Instant now = clock.instant();
    return Decision.write(
        Edit.of(read.state().revoked(now), by, Phone.REVOKED)
            .withDues(Map.of(ERASE_DUE, now.plus(FIRST_LOOK)))
            .asEssential(),
        true);
  }

  /** Answers the alarm; safe to repeat. */
  void eraseIfDue(String id) {
    Instant now = clock.instant();
    Guarded<Phone> read = phones.find(id).orElse(null);
    if (read == null || !read.dueAt(now).contains(ERASE_DUE)) {
      return;
    }
    boolean owed = endsOwed.isOwed(numbers.number(id));
    WriteOutcome<Phone, Boolean> _ = phones.change(id, again -> looked(again, owed, now));
  }

  private static Decision<Phone, Boolean> looked(Guarded<Phone> read, boolean owed, Instant now) {
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    if (owed) {
      dues.put(ERASE_DUE, now.plus(LOOK_AGAIN)); // upholds 4
      return Decision.write(Edit.<Phone>of(read.state(), BY).withDues(dues), false);
    }
    dues.remove(ERASE_DUE);
    dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
    return Decision.write(
        Edit.of(read.state().erased(), BY, Phone.ERASED).withDues(dues).asEssential(), true);
  }
}
