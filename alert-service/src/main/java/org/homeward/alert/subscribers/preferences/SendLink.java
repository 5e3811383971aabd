package org.homeward.alert.subscribers.preferences;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.mail.Mailer;
import org.homeward.alert.subscribers.subscriptions.ConfirmationDelivery;
import org.homeward.alert.subscribers.subscriptions.ConfirmationDelivery.State;
import org.homeward.alert.subscribers.subscriptions.GiveTurn;
import org.homeward.alert.subscribers.subscriptions.HoldQuietHour;
import org.homeward.alert.subscribers.subscriptions.QuietHour;
import org.homeward.alert.subscribers.subscriptions.Subscription;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Mails a link to whoever has confirmed the address, and to nobody else: under the node's ceiling
 * of confirmation mails, in the one quiet hour of a mailbox. That it is about to be sent is stored
 * first; a crash in between counts as a mail that may have arrived.
 */
final class SendLink {

  static final String MAIL_DUE = "mail";

  private static final String BY = "alert";

  /** A sender that has not come back by then is dead. */
  private static final Duration SENDER_LIFE = Duration.ofMinutes(2);

  private final GuardedDocuments<PreferenceLink> links;
  private final GuardedDocuments<Subscription> subscriptions;
  private final GiveTurn turns;
  private final HoldQuietHour quietHours;
  private final PreferenceMail words;
  private final Mailer mailer;
  private final Runnable quiet;
  private final Duration deadline;
  private final Clock clock;

  /**
   * @param quiet hears of each link that is not mailed because the mailbox has its hour
   * @param deadline how long the server may take for a mail
   */
  SendLink(
      GuardedDocuments<PreferenceLink> links,
      GuardedDocuments<Subscription> subscriptions,
      GiveTurn turns,
      HoldQuietHour quietHours,
      PreferenceMail words,
      Mailer mailer,
      Runnable quiet,
      Duration deadline,
      Clock clock) {
    if (deadline.compareTo(SENDER_LIFE) >= 0) {
      throw new IllegalArgumentException("a mail's deadline is shorter than its sender's life");
    }
    this.links = links;
    this.subscriptions = subscriptions;
    this.turns = turns;
    this.quietHours = quietHours;
    this.words = words;
    this.mailer = mailer;
    this.quiet = quiet;
    this.deadline = deadline;
    this.clock = clock;
  }

  /** Answers the alarm; does nothing when it is not time. */
  void sendIfDue(String id) {
    Instant now = clock.instant();
    Guarded<PreferenceLink> read = links.find(id).orElse(null);
    if (read == null || !read.dueAt(now).contains(MAIL_DUE)) {
      return;
    }
    Subscription.Confirmed owner = owner(id).orElse(null);
    if (owner == null || !read.state().isWanted(now)) {
      rest(read);
      return;
    }
    if (read.state().delivery().state() == State.SENDING) {
      delivered(read, read.state().delivery().lost("sender-died"), now);
      return;
    }
    if (read.state().needsTurn(read.dues().getOrDefault(MAIL_DUE, now), now)) {
      Instant turn = turns.next(now);
      if (turn.isAfter(now)) {
        var _ = write(read, read.state().putOff(turn), turn);
        return;
      }
    }
    boolean first = read.state().expires() == null;
    if (first && !quietHours.hold(owner.email(), holder(id), now, now)) {
      quiet.run();
      rest(read);
      return;
    }
    begin(read, owner, now);
  }

  /** Nothing is mailed any more. */
  private void rest(Guarded<PreferenceLink> read) {
    var _ = write(read, read.state(), null);
  }

  /** Beside the subscription, whose own mail counts as another one. */
  private static String holder(String id) {
    return "preferences/" + id;
  }

  private Optional<Subscription.Confirmed> owner(String id) {
    return subscriptions
        .find(id)
        .map(Guarded::state)
        .filter(Subscription.Confirmed.class::isInstance)
        .map(Subscription.Confirmed.class::cast);
  }

  private void begin(Guarded<PreferenceLink> read, Subscription.Confirmed owner, Instant now) {
    PreferenceLink next = read.state().begun(now);
    boolean ours = write(read, next, now.plus(SENDER_LIFE)) instanceof WriteOutcome.Written<?, ?>;
    if (!ours) {
      return; // somebody else has it
    }
    MailResult result =
        mailer.send(
            words.of(read.id(), owner.email(), owner.wish().language(), next.nonce()),
            clock.instant().plus(deadline));
    WriteOutcome<PreferenceLink, Boolean> _ =
        links.change(read.id(), again -> ended(again, next.nonce(), result, clock.instant()));
  }

  private static Decision<PreferenceLink, Boolean> ended(
      Guarded<PreferenceLink> read, String nonce, MailResult result, Instant now) {
    PreferenceLink link = read.state();
    if (!link.nonce().equals(nonce) || link.delivery().state() != State.SENDING) {
      return Decision.keep(false);
    }
    ConfirmationDelivery was = link.delivery();
    return switch (result) {
      case MailResult.Accepted _ -> after(read, was.accepted(), null);
      case MailResult.Never(String reason) -> after(read, was.refused(reason), null);
      case MailResult.Unknown(String _, String reason) -> again(read, was.lost(reason), now);
      case MailResult.Later(Duration after, String reason) ->
          after(read, was.later(reason), now.plus(after.multipliedBy(was.attempts())));
    };
  }

  private static Decision<PreferenceLink, Boolean> again(
      Guarded<PreferenceLink> read, ConfirmationDelivery lost, Instant now) {
    return after(read, lost, lost.isOpen() ? now.plus(SENDER_LIFE) : null);
  }

  private static Decision<PreferenceLink, Boolean> after(
      Guarded<PreferenceLink> read, ConfirmationDelivery delivery, @Nullable Instant mail) {
    return Decision.write(edit(read, read.state().with(delivery), mail), true);
  }

  private void delivered(Guarded<PreferenceLink> read, ConfirmationDelivery lost, Instant now) {
    var _ = write(read, read.state().with(lost), lost.isOpen() ? now : null);
  }

  private WriteOutcome.OfWriting<PreferenceLink, Boolean> write(
      Guarded<PreferenceLink> read, PreferenceLink next, @Nullable Instant mail) {
    return links.write(read, edit(read, next, mail), true);
  }

  private static Edit<PreferenceLink> edit(
      Guarded<PreferenceLink> read, PreferenceLink next, @Nullable Instant mail) {
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.remove(MAIL_DUE);
    if (mail != null) {
      dues.put(MAIL_DUE, mail);
    }
    dues.put(KeptHistory.GONE_DUE, next.askedAt().plus(QuietHour.LENGTH)); // upholds 8
    return Edit.of(next, BY).withDues(dues).asEssential();
  }
}
