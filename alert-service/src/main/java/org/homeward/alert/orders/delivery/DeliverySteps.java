package org.homeward.alert.orders.delivery;

import java.time.Duration;
import java.time.Instant;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.QuietTime;
import org.homeward.alert.subscribers.mail.MailResult;
import org.jspecify.annotations.Nullable;

/** Decides the next step for a destination, from its state and what is to go out. */
final class DeliverySteps {

  /** An unknown outcome is repeated once, after so long. */
  static final Duration REPEAT_AFTER = Duration.ofSeconds(30);

  /** A message of an alert that a system refuses so often is a dead letter. */
  static final int TRIES = 20;

  /** A provider that could not be asked to deliver no more is asked again after so long. */
  static final Duration ASK_AGAIN = Duration.ofSeconds(10);

  private static final int MAX_DOUBLINGS = 5;

  /** Nobody waits longer for the next try, whatever a system wishes. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  private DeliverySteps() {}

  /**
   * An edition is to go out.
   *
   * @param before null when it was never tried
   */
  static DeliveryStep edition(
      @Nullable Delivery before, int edition, String language, Instant now) {
    if (before == null) {
      return new DeliveryStep.Send(Delivery.first(edition, language));
    }
    if (before.end()) {
      return new DeliveryStep.Done();
    }
    if (before.edition() < edition) {
      return before.isNeverAgain()
          ? new DeliveryStep.Done()
          : new DeliveryStep.Send(before.intended(edition, language));
    }
    return isPastTheTable(before)
        ? new DeliveryStep.Note(before.unreached(Delivery.GAVE_UP))
        : same(before, now);
  }

  /**
   * News waits until the quiet time of its reader has ended. Whoever is quiet past the end of the
   * alert is noted as not told.
   *
   * @param until the end of the alert
   */
  static DeliveryStep awake(DeliveryStep step, Destination to, Instant until, Instant now) {
    QuietTime quiet = to.terms().quiet();
    Instant awake = quiet == null ? null : quiet.until(now).orElse(null);
    if (awake == null || !(step instanceof DeliveryStep.Send(Delivery intended))) {
      return step;
    }
    Delivery meant = intended.by(to.address().channel());
    return awake.isBefore(until)
        ? new DeliveryStep.Wait(awake)
        : new DeliveryStep.Note(meant.unreached(Delivery.QUIET));
  }

  /** The mailboxes of people are tried as long as the alert lives. */
  private static boolean isPastTheTable(Delivery before) {
    return before.way() == Channel.WEBHOOK
        && before.state() == Delivery.State.LATER
        && before.refusals() >= TRIES;
  }

  /** The end goes to every destination that may have received anything, and to no other. */
  static DeliveryStep end(@Nullable Delivery before, Instant now) {
    if (before == null) {
      return new DeliveryStep.Done();
    }
    if (before.end()) {
      return same(before, now);
    }
    if (!before.mayHaveAny()) return new DeliveryStep.Done(); // upholds 4
    return new DeliveryStep.Send(before.intendedEnd());
  }

  private static DeliveryStep same(Delivery before, Instant now) {
    return switch (before.state()) {
      case ACCEPTED, NEVER -> new DeliveryStep.Done();
      case LATER -> due(before, now);
      case INTENDED -> new DeliveryStep.Note(before.lost().waiting(now.plus(REPEAT_AFTER)));
      case UNKNOWN -> unknown(before, now);
    };
  }

  private static DeliveryStep unknown(Delivery before, Instant now) {
    if (before.unknowns() > 1) return new DeliveryStep.Done(); // upholds 2
    return due(before, now);
  }

  private static DeliveryStep due(Delivery before, Instant now) {
    Instant next = before.next();
    return next == null || !next.isAfter(now)
        ? new DeliveryStep.Send(before.again())
        : new DeliveryStep.Wait(next);
  }

  /** The state of a destination after a message to it had this result. */
  static Delivery after(Delivery sent, MailResult result, Instant now) {
    return switch (result) {
      case MailResult.Accepted(String provider) ->
          sent.became(Delivery.State.ACCEPTED, null, null, provider);
      // After an unknown outcome an earlier attempt may have arrived, whatever this one did.
      case MailResult.Later(Duration after, String reason) ->
          sent.became(
              Delivery.State.LATER, now.plus(backOff(after, sent)), reason, sent.provider());
      case MailResult.Never(String reason) when sent.unknowns() > 0 ->
          sent.became(Delivery.State.UNKNOWN, null, reason, sent.provider());
      case MailResult.Never(String reason) -> sent.became(Delivery.State.NEVER, null, reason, null);
      case MailResult.Unknown(String provider, String reason) ->
          sent.became(Delivery.State.UNKNOWN, now.plus(REPEAT_AFTER), reason, provider);
    };
  }

  /** A message that is cancelled for certain is sent anew later; its end is owed still. */
  static Delivery takenBack(Delivery held, Sender.TakenBack asked, Instant now) {
    Instant again = now.plus(ASK_AGAIN);
    Delivery known = held.with(asked.ways().stream().map(way -> way.waiting(again)).toList());
    boolean isAnew = held.state() == Delivery.State.ACCEPTED && held.unknowns() == 0 && asked.all();
    return isAnew
        ? known.became(Delivery.State.LATER, now, "taken-back", known.provider()).takenBack()
        : known; // upholds 4
  }

  private static Duration backOff(Duration after, Delivery sent) {
    Duration next = after.multipliedBy(1L << Math.min(sent.refusals(), MAX_DOUBLINGS));
    Duration longest = after.compareTo(LONGEST_PAUSE) > 0 ? after : LONGEST_PAUSE;
    return next.compareTo(longest) > 0 ? longest : next;
  }
}
