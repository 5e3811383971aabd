package org.homeward.alert.subscribers.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.alert.subscribers.subscriptions.Subscription.Confirmed;
import org.homeward.alert.subscribers.subscriptions.Subscription.Left;
import org.homeward.alert.subscribers.subscriptions.Subscription.Unconfirmed;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.Ask;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.BeginMail;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.Change;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.Confirm;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.EndMail;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.Expire;
import org.homeward.alert.subscribers.subscriptions.SubscriptionCommand.Leave;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.AsItIs;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.Becomes;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.Refused;
import org.homeward.durable.document.KeptHistory;
import org.jspecify.annotations.Nullable;

/** Every state and every command; nothing but its arguments decides. */
final class SubscriptionDecisions {

  static final String MAIL_DUE = "confirmation";
  static final String EXPIRE_DUE = "expire";
  static final String CONFIRMED = "subscription.confirmed.v1";

  /** A sender that has not come back by then is dead. */
  static final Duration SENDER_LIFE = Duration.ofMinutes(2);

  /** How late a mail may be begun in its turn: a slow relay delays it and takes no place away. */
  static final Duration TURN_LIFE = Duration.ofMinutes(10);

  private static final Duration AFTER_UNKNOWN = Duration.ofMinutes(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private SubscriptionDecisions() {}

  static SubscriptionDecision decide(
      Optional<Subscription> state,
      SubscriptionCommand command,
      Map<String, Instant> dues,
      Instant now) {
    if (state.isEmpty()) {
      return command instanceof Ask ask ? joining(ask, 0, dues, now) : new Refused();
    }
    return switch (state.get()) {
      case Unconfirmed unconfirmed -> unconfirmed(unconfirmed, command, dues, now);
      case Confirmed confirmed -> confirmed(confirmed, command, dues, now);
      case Left left -> left(left, command, dues, now);
    };
  }

  private static SubscriptionDecision unconfirmed(
      Unconfirmed was, SubscriptionCommand command, Map<String, Instant> dues, Instant now) {
    return switch (command) {
      case Ask ask -> isQuiet(was, now) ? new AsItIs() : joining(ask, was.joined(), dues, now);
      case Confirm(String nonce, long _) ->
          fits(was.asking(), nonce, now)
              ? becomes(
                  new Confirmed(
                      was.email(),
                      was.country(),
                      was.exercise(),
                      was.joined() + 1,
                      was.asking().wish(),
                      now,
                      nonce,
                      null),
                  without(dues, MAIL_DUE, EXPIRE_DUE),
                  CONFIRMED)
              : new Refused();
      case Leave _ ->
          leaving(was.joined(), was.asking().quietUntil(), dues, now, Subscription.LEFT);
      case Change _ -> new Refused();
      case Expire _ ->
          was.asking().isOpen(now)
              ? new AsItIs()
              : leaving(was.joined(), was.asking().quietUntil(), dues, now);
      case BeginMail(Instant turn) ->
          beginning(was.asking(), turn, dues, now, asking -> asked(was, asking));
      case EndMail end -> ending(was.asking(), end, dues, now, asking -> asked(was, asking));
    };
  }

  private static SubscriptionDecision confirmed(
      Confirmed was, SubscriptionCommand command, Map<String, Instant> dues, Instant now) {
    Asking asking = was.asking();
    return switch (command) {
      case Ask ask ->
          isQuiet(was, now)
              ? new AsItIs()
              : becomes(asked(was, Asking.fresh(ask.nonce(), ask.wish(), now)), mailing(dues, now));
      case Confirm(String nonce, long since) when asking != null && fits(asking, nonce, now) ->
          becomes(
              was.wanting(asking.wish().after(was.wish()), since, now, nonce),
              without(dues, MAIL_DUE, EXPIRE_DUE));
      case Confirm(String nonce, long _) ->
          was.confirmedBy().equals(nonce) ? new AsItIs() : new Refused();
      case Change(SubscriptionWish wish, long since) ->
          wish.equals(was.wish()) ? new AsItIs() : changing(was, wish, since, dues);
      case Leave _ -> leaving(was.joined(), quietUntil(was), dues, now, Subscription.LEFT);
      case Expire _ ->
          asking == null || asking.isOpen(now)
              ? new AsItIs()
              : becomes(asked(was, null), without(dues, MAIL_DUE, EXPIRE_DUE));
      case BeginMail(Instant turn) ->
          asking == null
              ? new Refused()
              : beginning(asking, turn, dues, now, next -> asked(was, next));
      case EndMail end ->
          asking == null ? new Refused() : ending(asking, end, dues, now, next -> asked(was, next));
    };
  }

  private static SubscriptionDecision left(
      Left was, SubscriptionCommand command, Map<String, Instant> dues, Instant now) {
    return switch (command) {
      case Ask ask -> isQuiet(was, now) ? new AsItIs() : joining(ask, was.joined(), dues, now);
      case Leave _, Expire _ -> new AsItIs();
      case Confirm _, Change _, BeginMail _, EndMail _ -> new Refused();
    };
  }

  /** No mail goes there now. */
  static boolean isQuiet(Subscription state, Instant now) {
    Instant until =
        switch (state) {
          case Unconfirmed unconfirmed -> unconfirmed.asking().quietUntil();
          case Confirmed confirmed -> quietUntil(confirmed);
          case Left left -> left.quietUntil();
        };
    return until != null && now.isBefore(until);
  }

  /** Whether a mail is to be begun now for which no turn was given, or one that has passed. */
  static boolean needsTurn(Subscription state, Map<String, Instant> dues, Instant now) {
    Asking asking =
        switch (state) {
          case Unconfirmed unconfirmed -> unconfirmed.asking();
          case Confirmed confirmed -> confirmed.asking();
          case Left _ -> null;
        };
    Instant due = dues.get(MAIL_DUE);
    return asking != null
        && due != null
        && !due.isAfter(now)
        && asking.isOpen(now)
        && asking.delivery().state() == ConfirmationDelivery.State.WAITING
        && !(asking.delivery().isInTurn() && now.isBefore(due.plus(TURN_LIFE)));
  }

  private static SubscriptionDecision joining(
      Ask ask, int joined, Map<String, Instant> dues, Instant now) {
    Asking asking = Asking.fresh(ask.nonce(), ask.wish(), now);
    return becomes(
        new Unconfirmed(ask.email(), ask.country(), ask.exercise(), joined, asking),
        mailing(dues, now));
  }

  /** The address goes at once, and what the document's history says of it right after. */
  private static SubscriptionDecision leaving(
      int joined, Instant quiet, Map<String, Instant> dues, Instant now, String... changes) {
    Map<String, Instant> next = without(dues, MAIL_DUE, EXPIRE_DUE);
    next.put(KeptHistory.FORGET_DUE, now); // upholds 8
    return becomes(
        new Left(
            joined, YearMonth.from(now.atZone(ZoneOffset.UTC)), quiet.isAfter(now) ? quiet : null),
        next,
        changes);
  }

  /** Puts an asking back into the state that it belongs to. */
  @FunctionalInterface
  private interface Into {
    Subscription asked(Asking asking);
  }

  private static SubscriptionDecision beginning(
      Asking asking, Instant turn, Map<String, Instant> dues, Instant now, Into into) {
    Instant due = dues.get(MAIL_DUE);
    if (due == null || due.isAfter(now) || !asking.delivery().isOpen()) {
      return new Refused();
    }
    if (!asking.isOpen(now)) {
      return becomes(into.asked(asking), without(dues, MAIL_DUE));
    }
    if (asking.delivery().state() == ConfirmationDelivery.State.SENDING) {
      return delivered(asking, asking.delivery().lost("sender-died"), dues, now, into);
    }
    if (turn.isAfter(now)) {
      return becomes(into.asked(asking.putOff(turn)), mailing(dues, turn));
    }
    Map<String, Instant> next = new TreeMap<>(dues);
    next.put(MAIL_DUE, now.plus(SENDER_LIFE));
    return becomes(into.asked(asking.with(asking.delivery().begun())), next);
  }

  private static SubscriptionDecision ending(
      Asking asking, EndMail end, Map<String, Instant> dues, Instant now, Into into) {
    ConfirmationDelivery was = asking.delivery();
    if (!asking.nonce().equals(end.nonce()) || was.state() != ConfirmationDelivery.State.SENDING) {
      return new Refused();
    }
    return switch (end.result()) {
      case MailResult.Accepted _ -> delivered(asking, was.accepted(), dues, now, into);
      case MailResult.Never(String reason) ->
          delivered(asking, was.refused(reason), dues, now, into);
      case MailResult.Unknown(String _, String reason) ->
          delivered(asking, was.lost(reason), dues, now, into);
      case MailResult.Later(Duration after, String reason) -> {
        Map<String, Instant> next = new TreeMap<>(dues);
        next.put(MAIL_DUE, now.plus(pause(after, was.attempts())));
        yield becomes(into.asked(asking.with(was.later(reason))), next);
      }
    };
  }

  private static SubscriptionDecision delivered(
      Asking asking,
      ConfirmationDelivery delivery,
      Map<String, Instant> dues,
      Instant now,
      Into into) {
    Map<String, Instant> next = without(dues, MAIL_DUE);
    if (delivery.isOpen()) {
      next.put(MAIL_DUE, now.plus(AFTER_UNKNOWN));
    }
    return becomes(into.asked(asking.with(delivery)), next);
  }

  /** Doubling with every attempt, up to an hour; not before the server wants it. */
  private static Duration pause(Duration after, int attempts) {
    Duration doubled = after.multipliedBy(1L << Math.min(attempts - 1, 12));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** A confirmation came after its mail, so an hour after it is late enough. */
  private static Instant quietUntil(Confirmed was) {
    return was.asking() == null
        ? was.confirmedAt().plus(QuietHour.LENGTH)
        : was.asking().quietUntil();
  }

  private static boolean fits(Asking asking, String nonce, Instant now) {
    return asking.nonce().equals(nonce) && asking.isOpen(now);
  }

  private static Unconfirmed asked(Unconfirmed was, Asking asking) {
    return new Unconfirmed(was.email(), was.country(), was.exercise(), was.joined(), asking);
  }

  private static Confirmed asked(Confirmed was, @Nullable Asking asking) {
    return was.with(asking);
  }

  /**
   * Other quiet hours widen nothing: they need no number. A wish that waits for its link is void.
   */
  private static SubscriptionDecision changing(
      Confirmed was, SubscriptionWish wish, long since, Map<String, Instant> dues) {
    boolean isSame =
        wish.regions().equals(was.wish().regions()) && wish.language() == was.wish().language();
    Confirmed next =
        isSame ? was.with(wish) : was.wanting(wish, since, was.confirmedAt(), was.confirmedBy());
    return becomes(next, without(dues, MAIL_DUE, EXPIRE_DUE));
  }

  private static Map<String, Instant> mailing(Map<String, Instant> dues, Instant at) {
    Map<String, Instant> next = new TreeMap<>(dues);
    next.put(MAIL_DUE, at);
    next.put(EXPIRE_DUE, at.plus(Asking.PATIENCE));
    return next;
  }

  private static Map<String, Instant> without(Map<String, Instant> dues, String... names) {
    Map<String, Instant> next = new TreeMap<>(dues);
    for (String name : names) {
      next.remove(name);
    }
    return next;
  }

  private static SubscriptionDecision becomes(
      Subscription state, Map<String, Instant> dues, String... changes) {
    return new Becomes(state, Map.copyOf(dues), List.of(changes));
  }
}
