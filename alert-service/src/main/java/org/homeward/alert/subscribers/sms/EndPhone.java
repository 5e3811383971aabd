package org.homeward.alert.subscribers.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.alert.subscribers.destinations.EndsOwed;
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
public final class EndPhone<P extends CodedPhone<P>> {

  /** The due at which it is looked whether the number is still needed. */
  public static final String ERASE_DUE = "erase";

  private static final String BY = "alert";

  /** What is under way when it is revoked has ended by then, and shows in the slices. */
  private static final Duration FIRST_LOOK = Duration.ofMinutes(5);

  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final GuardedDocuments<P> phones;
  private final EndsOwed endsOwed;
  private final NumberOf numbers;
  private final Clock clock;

  /** The number of a phone in the log of destinations; 0 when it never got one. */
  @FunctionalInterface
  public interface NumberOf {
    long number(String phone);
  }

  public EndPhone(GuardedDocuments<P> phones, EndsOwed endsOwed, NumberOf numbers, Clock clock) {
    this.phones = phones;
    this.endsOwed = endsOwed;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** True when it was not revoked until then. */
  public WriteOutcome.OfRequest<P, Boolean> revoke(String id, Command command, String by) {
    return phones.change(id, List.of(Check.once(command)), read -> decide(read, by));
  }

  /** It had ended before the data were restored; true when the copy did not know. */
  public boolean endAgain(String id, Command command, String by) {
    return revoke(id, command, by) instanceof WriteOutcome.Written<P, Boolean>;
  }

  private Decision<P, Boolean> decide(Guarded<P> read, String by) {
    if (read.state().revokedAt() != null) {
      return Decision.keep(false);
    }
    Instant now = clock.instant();
    return Decision.write(
        Edit.<P>of(read.state().revoked(now), by, CodedPhone.REVOKED)
            .withDues(Map.of(ERASE_DUE, now.plus(FIRST_LOOK)))
            .asEssential(),
        true);
  }

  /** Erases it at once: its owner wants no end. Safe to repeat. */
  public void eraseNow(String id, String by) {
    Instant now = clock.instant();
    WriteOutcome<P, Boolean> _ =
        phones.change(
            id, read -> read.state().number() == null ? Decision.keep(false) : gone(read, by, now));
  }

  private Decision<P, Boolean> gone(Guarded<P> read, String by, Instant now) {
    P over = read.state().revokedAt() == null ? read.state().revoked(now) : read.state();
    return Decision.write(
        Edit.<P>of(over.erased(), by, CodedPhone.REVOKED, CodedPhone.ERASED)
            .withDues(Map.of(KeptHistory.FORGET_DUE, now)) // upholds 8
            .asEssential(),
        true);
  }

  /** Answers the alarm; safe to repeat. */
  public void eraseIfDue(String id) {
    Instant now = clock.instant();
    Guarded<P> read = phones.find(id).orElse(null);
    if (read == null || !read.dueAt(now).contains(ERASE_DUE)) {
      return;
    }
    boolean owed = endsOwed.isOwed(numbers.number(id));
    WriteOutcome<P, Boolean> _ = phones.change(id, again -> looked(again, owed, now));
  }

  private Decision<P, Boolean> looked(Guarded<P> read, boolean owed, Instant now) {
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    if (owed) {
      dues.put(ERASE_DUE, now.plus(LOOK_AGAIN)); // upholds 4
      return Decision.write(Edit.<P>of(read.state(), BY).withDues(dues), false);
    }
    dues.remove(ERASE_DUE);
    dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
    return Decision.write(
        Edit.<P>of(read.state().erased(), BY, CodedPhone.ERASED).withDues(dues).asEssential(),
        true);
  }
}
