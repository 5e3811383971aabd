package org.homeward.alert.subscribers.subscriptions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.mail.Mailer;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.Becomes;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Answers a subscription's alarms: forgets the address that nobody confirmed, and sends the mail
 * that asks, when the node's ceiling gives it a turn. That it is about to be sent is stored first,
 * what became of it after; a crash in between counts as a mail that may have arrived.
 */
final class KeepSubscription {

  private static final String BY = "alert";

  private final GuardedDocuments<Subscription> subscriptions;
  private final GiveTurn turns;
  private final HoldQuietHour quietHours;
  private final ConfirmationMail words;
  private final Mailer mailer;
  private final Duration deadline;
  private final Clock clock;

  /**
   * @param deadline how long the server may take for a mail
   */
  KeepSubscription(
      GuardedDocuments<Subscription> subscriptions,
      GiveTurn turns,
      HoldQuietHour quietHours,
      ConfirmationMail words,
      Mailer mailer,
      Duration deadline,
      Clock clock) {
    if (deadline.compareTo(SubscriptionDecisions.SENDER_LIFE) >= 0) {
      throw new IllegalArgumentException("a mail's deadline is shorter than its sender's life");
    }
    this.subscriptions = subscriptions;
    this.turns = turns;
    this.quietHours = quietHours;
    this.words = words;
    this.mailer = mailer;
    this.deadline = deadline;
    this.clock = clock;
  }

  /** Does nothing when it is not time. */
  void keep(String id) {
    Guarded<Subscription> _ = apply(id, new SubscriptionCommand.Expire());
    Guarded<Subscription> begun = apply(id, new SubscriptionCommand.BeginMail(turnOf(id)));
    Letter letter = begun == null ? null : letter(begun.state());
    if (letter != null
        && letter.asking().delivery().state() == ConfirmationDelivery.State.SENDING) {
      Mail mail = words.of(id, letter.email(), letter.asking());
      MailResult result = mailer.send(mail, clock.instant().plus(deadline));
      Guarded<Subscription> _ =
          apply(id, new SubscriptionCommand.EndMail(letter.asking().nonce(), result));
    }
  }

  /** The mailbox's hour begins with its mail, and is held before that is put off. */
  private Instant turnOf(String id) {
    Instant now = clock.instant();
    Subscription read =
        subscriptions
            .find(id)
            .filter(found -> SubscriptionDecisions.needsTurn(found.state(), found.dues(), now))
            .map(Guarded::state)
            .orElse(null);
    Letter letter = read == null ? null : letter(read);
    if (letter == null) {
      return now;
    }
    Instant turn = turns.next(now);
    if (turn.isAfter(now)) {
      boolean _ = quietHours.hold(letter.email(), id, now, turn);
    }
    return turn;
  }

  /** An address, and the asking to confirm. */
  private record Letter(String email, Asking asking) {}

  private static @Nullable Letter letter(Subscription state) {
    return switch (state) {
      case Subscription.Unconfirmed asked -> new Letter(asked.email(), asked.asking());
      case Subscription.Confirmed asked ->
          asked.asking() == null ? null : new Letter(asked.email(), asked.asking());
      case Subscription.Left _ -> null;
    };
  }

  /** The subscription as written; null when nothing was. */
  private @Nullable Guarded<Subscription> apply(String id, SubscriptionCommand command) {
    return subscriptions.change(id, read -> decide(read, command))
            instanceof WriteOutcome.Written(var now, var _)
        ? now
        : null;
  }

  private Decision<Subscription, Boolean> decide(
      Guarded<Subscription> read, SubscriptionCommand command) {
    return SubscriptionDecisions.decide(
                Optional.of(read.state()), command, read.dues(), clock.instant())
            instanceof Becomes becomes
        ? Decision.write(
            Edit.of(becomes.state(), BY, becomes.changes().toArray(String[]::new))
                .withDues(becomes.dues())
                .asEssential(),
            true)
        : Decision.keep(false);
  }
}
