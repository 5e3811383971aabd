package org.homeward.alert.subscribers.subscriptions;

import java.time.Clock;
import java.util.Optional;
import org.homeward.alert.subscribers.subscriptions.LinkTokens.Purpose;
import org.homeward.alert.subscribers.subscriptions.LinkTokens.Token;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.AsItIs;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.Becomes;
import org.homeward.alert.subscribers.subscriptions.SubscriptionDecision.Refused;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Does what a link says: confirms a subscription, or ends it. Safe to repeat. */
public final class UseLink {

  private final GuardedDocuments<Subscription> subscriptions;
  private final LinkTokens tokens;
  private final AfterAll numbers;
  private final Clock clock;

  UseLink(
      GuardedDocuments<Subscription> subscriptions,
      LinkTokens tokens,
      AfterAll numbers,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.tokens = tokens;
    this.numbers = numbers;
    this.clock = clock;
  }

  /**
   * Takes a number of the log of destinations for a changed wish: alerts that were approved with
   * fewer numbers are not for it.
   */
  @FunctionalInterface
  interface AfterAll {

    /** The same for a nonce each time. */
    long number(String subscription, String nonce);
  }

  /** How it ended. */
  public enum Used {
    DONE,
    /** No such link, or none any more. */
    NO_LINK
  }

  public Used confirm(String text) {
    Optional<Token> token = LinkTokens.read(text);
    return token.isEmpty()
        ? Used.NO_LINK
        : used(
            token.get().id(),
            read ->
                nonceOf(read.state(), token.get())
                    .<SubscriptionCommand>map(
                        nonce -> new SubscriptionCommand.Confirm(nonce, since(read, nonce))));
  }

  /** Only a wish that replaces another one needs a number of its own. */
  private long since(Guarded<Subscription> read, String nonce) {
    return read.state() instanceof Subscription.Confirmed confirmed
            && confirmed.asking() != null
            && confirmed.asking().nonce().equals(nonce)
        ? numbers.number(read.id(), nonce)
        : 0;
  }

  /**
   * Its owner wants something else, as the page of preferences says.
   *
   * @param nonce fresh
   */
  public Used change(String id, SubscriptionWish wish, String nonce) {
    return used(
        id,
        read ->
            read.state() instanceof Subscription.Confirmed
                ? Optional.of(new SubscriptionCommand.Change(wish, numbers.number(id, nonce)))
                : Optional.empty());
  }

  /** A link to leave works for ever; using it twice changes nothing. */
  Used leave(String text) {
    Optional<Token> token =
        LinkTokens.read(text).filter(given -> tokens.fits(given, Purpose.LEAVE, ""));
    if (token.isEmpty()) {
      return Used.NO_LINK;
    }
    Used _ = used(token.get().id(), read -> Optional.of(new SubscriptionCommand.Leave()));
    return Used.DONE;
  }

  /** Safe to repeat: somebody leaves without a link, or had left before the data were restored. */
  public void leaveAgain(String id) {
    Used _ = used(id, read -> Optional.of(new SubscriptionCommand.Leave()));
  }

  /** The nonce that the token was made from, of those that the subscription knows. */
  private Optional<String> nonceOf(Subscription state, Token token) {
    return switch (state) {
      case Subscription.Unconfirmed unconfirmed -> fitting(token, unconfirmed.asking().nonce());
      case Subscription.Confirmed confirmed ->
          Optional.ofNullable(confirmed.asking())
              .flatMap(asking -> fitting(token, asking.nonce()))
              .or(() -> fitting(token, confirmed.confirmedBy()));
      case Subscription.Left _ -> Optional.empty();
    };
  }

  private Optional<String> fitting(Token token, String nonce) {
    return tokens.fits(token, Purpose.CONFIRM, nonce) ? Optional.of(nonce) : Optional.empty();
  }

  /** The command for the subscription as it was read; empty when there is nothing to do. */
  @FunctionalInterface
  private interface Meaning {
    Optional<SubscriptionCommand> of(Guarded<Subscription> read);
  }

  private Used used(String id, Meaning meaning) {
    return switch (subscriptions.change(id, read -> decide(read, meaning))) {
      case WriteOutcome.Written(var _, var used) -> used;
      case WriteOutcome.Kept(var _, var used) -> used;
      case WriteOutcome.Absent() -> Used.NO_LINK;
    };
  }

  private Decision<Subscription, Used> decide(Guarded<Subscription> read, Meaning meaning) {
    Optional<SubscriptionCommand> command = meaning.of(read);
    if (command.isEmpty()) {
      return Decision.keep(Used.NO_LINK);
    }
    return switch (SubscriptionDecisions.decide(
        Optional.of(read.state()), command.get(), read.dues(), clock.instant())) {
      case Becomes becomes ->
          Decision.write(
              Edit.of(becomes.state(), Subscribe.BY, becomes.changes().toArray(String[]::new))
                  .withDues(becomes.dues())
                  .asEssential(),
              Used.DONE);
      case AsItIs _ -> Decision.keep(Used.DONE);
      case Refused _ -> Decision.keep(Used.NO_LINK);
    };
  }
}
