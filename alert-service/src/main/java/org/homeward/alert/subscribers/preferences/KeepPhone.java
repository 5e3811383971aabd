package org.homeward.alert.subscribers.preferences;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.alert.subscribers.preferences.VolunteerPhone.State;
import org.homeward.alert.subscribers.sms.EndPhone;
import org.homeward.alert.subscribers.sms.PhoneProof;
import org.homeward.alert.subscribers.sms.ProvePhone;
import org.homeward.alert.subscribers.subscriptions.FollowLeaving;
import org.homeward.alert.subscribers.subscriptions.LinkTokens;
import org.homeward.alert.subscribers.subscriptions.Subscription;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.people.PhoneNumber;

/**
 * The one phone that a volunteer may be told on beside the mailbox: entered, proved by a code,
 * dropped. Whoever leaves takes it along.
 */
public final class KeepPhone implements FollowLeaving {

  /** The due at which a phone goes that nobody has proved. */
  static final String LAPSE_DUE = "lapse";

  /** As long as an address that nobody confirmed. */
  private static final Duration PATIENCE = Duration.ofHours(48);

  private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);

  private final GuardedDocuments<VolunteerPhone> phones;
  private final GuardedDocuments<Subscription> subscriptions;
  private final ProvePhone<VolunteerPhone> provePhone;
  private final EndPhone<VolunteerPhone> endPhone;
  private final Clock clock;

  KeepPhone(
      GuardedDocuments<VolunteerPhone> phones,
      GuardedDocuments<Subscription> subscriptions,
      ProvePhone<VolunteerPhone> provePhone,
      EndPhone<VolunteerPhone> endPhone,
      Clock clock) {
    this.phones = phones;
    this.subscriptions = subscriptions;
    this.provePhone = provePhone;
    this.endPhone = endPhone;
    this.clock = clock;
  }

  /** The fate of a number that somebody enters. */
  enum Entered {
    /** A code is on its way, or was a moment ago. */
    CODE,
    /** Another phone is told already; it is dropped first. */
    ANOTHER,
    /** Too many codes to this number, or from this node, within the hour. */
    TOO_OFTEN,
    NO_SUBSCRIPTION
  }

  /** The one that is told, or waits for its code. */
  Optional<Guarded<VolunteerPhone>> present(String subscription) {
    return all(subscription).stream()
        .filter(phone -> phone.state().isLive() || phone.state().isUnproven())
        .findFirst();
  }

  /** Those that are dropped and still have a number, too. */
  List<Guarded<VolunteerPhone>> all(String subscription) {
    return phones
        .each(VolunteerPhone.SUBSCRIPTION, subscription)
        .filter(phone -> phone.state().state() != State.ERASED)
        .toList();
  }

  /** A number that waits for its code makes way for another one. */
  Entered enter(String subscription, PhoneNumber number) {
    Guarded<VolunteerPhone> there = present(subscription).orElse(null);
    if (there != null && number.equals(there.state().number())) {
      return there.state().isLive() ? Entered.CODE : again(there);
    }
    if (there != null && there.state().isLive()) {
      return Entered.ANOTHER;
    }
    Subscription.Confirmed owner = owner(subscription).orElse(null);
    if (owner == null) {
      return Entered.NO_SUBSCRIPTION;
    }
    if (there != null) {
      endPhone.eraseNow(there.id(), AskForLink.BY);
    }
    Instant now = clock.instant();
    var phone =
        new VolunteerPhone(
            subscription,
            owner.joined(),
            number,
            owner.wish().language().code(),
            now,
            PhoneProof.NONE,
            null);
    String id = UUID.randomUUID().toString();
    WriteOutcome<VolunteerPhone, Boolean> _ =
        phones.create(
            id,
            Edit.of(phone, AskForLink.BY, VolunteerPhone.REGISTERED)
                .withDues(Map.of(ProvePhone.CODE_DUE, now, LAPSE_DUE, now.plus(PATIENCE))),
            fresh(),
            true);
    if (owner(subscription).isEmpty()) { // left meanwhile, and did not see this one
      endPhone.eraseNow(id, AskForLink.BY); // upholds 8
      return Entered.NO_SUBSCRIPTION;
    }
    return Entered.CODE;
  }

  private Entered again(Guarded<VolunteerPhone> phone) {
    List<Instant> sent = phone.state().proof().sentAt();
    boolean isOnItsWay =
        phone.dues().containsKey(ProvePhone.CODE_DUE)
            || (!sent.isEmpty() && clock.instant().isBefore(sent.getLast().plus(BETWEEN_CODES)));
    if (isOnItsWay) {
      return Entered.CODE;
    }
    return provePhone.again(phone.id(), fresh(), AskForLink.BY)
                instanceof WriteOutcome.Kept(var _, var asked)
            && asked == ProvePhone.Asked.TOO_OFTEN
        ? Entered.TOO_OFTEN
        : Entered.CODE;
  }

  private static Command fresh() {
    return new Command("preferences/" + LinkTokens.nonce(), "");
  }

  private Optional<Subscription.Confirmed> owner(String subscription) {
    return subscriptions
        .find(subscription)
        .map(Guarded::state)
        .filter(Subscription.Confirmed.class::isInstance)
        .map(Subscription.Confirmed.class::cast);
  }

  /** Somebody shows the code on the page. */
  ProvePhone.Shown show(String subscription, String code) {
    Guarded<VolunteerPhone> there = present(subscription).orElse(null);
    if (there == null) {
      return ProvePhone.Shown.NOTHING;
    }
    return switch (provePhone.show(there.id(), code, fresh(), AskForLink.BY)) {
      case WriteOutcome.Written(var _, var shown) -> shown;
      case WriteOutcome.Kept(var _, var shown) -> shown;
      case WriteOutcome.Repeated<VolunteerPhone, ProvePhone.Shown> _,
          WriteOutcome.KeyReused<VolunteerPhone, ProvePhone.Shown> _,
          WriteOutcome.Absent<VolunteerPhone, ProvePhone.Shown> _,
          WriteOutcome.Stale<VolunteerPhone, ProvePhone.Shown> _ ->
          ProvePhone.Shown.NOTHING;
    };
  }

  /** Nothing new goes there from now on; the number is kept while an end is owed. */
  void drop(String subscription) {
    for (Guarded<VolunteerPhone> phone : all(subscription)) {
      if (phone.state().isUnproven()) {
        endPhone.eraseNow(phone.id(), AskForLink.BY);
      } else if (phone.state().isLive()) {
        WriteOutcome<VolunteerPhone, Boolean> _ =
            endPhone.revoke(phone.id(), fresh(), AskForLink.BY);
      }
    }
  }

  /** The numbers go at once: what is owed to them is listed as not delivered. */
  @Override
  public void left(String subscription) {
    all(subscription).forEach(phone -> endPhone.eraseNow(phone.id(), AskForLink.BY));
  }

  /** Answers the alarm: nobody has proved it. */
  void lapseIfDue(String id) {
    Instant now = clock.instant();
    phones
        .find(id)
        .filter(phone -> phone.dueAt(now).contains(LAPSE_DUE))
        .ifPresent(phone -> endPhone.eraseNow(id, AskForLink.BY));
  }

  /** It was dropped before the data were restored; true when the copy did not know. */
  public boolean endAgain(String id, Command command, String by) {
    return endPhone.endAgain(id, command, by);
  }
}
