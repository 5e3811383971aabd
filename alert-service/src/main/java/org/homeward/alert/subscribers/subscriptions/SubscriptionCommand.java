package org.homeward.alert.subscribers.subscriptions;

import java.time.Instant;
import org.homeward.alert.subscribers.mail.MailResult;

/** A command to a subscription. */
sealed interface SubscriptionCommand {

  /**
   * Somebody asks for it.
   *
   * @param nonce fresh
   */
  record Ask(String email, String country, boolean exercise, SubscriptionWish wish, String nonce)
      implements SubscriptionCommand {

    @Override
    public String toString() {
      return "Ask[redacted]";
    }
  }

  /**
   * The link of the asking with this nonce was used.
   *
   * @param since the number in the log of destinations from which on a changed wish counts
   */
  record Confirm(String nonce, long since) implements SubscriptionCommand {}

  /**
   * Its owner says on the page of preferences what is wanted from now on.
   *
   * @param since as above
   */
  record Change(SubscriptionWish wish, long since) implements SubscriptionCommand {}

  record Leave() implements SubscriptionCommand {}

  /** Time has passed: what waited too long for its confirmation goes. */
  record Expire() implements SubscriptionCommand {}

  /**
   * The mail of the present asking is about to be sent, or waits for its turn.
   *
   * @param turn from when on it may be begun, under the node's ceiling
   */
  record BeginMail(Instant turn) implements SubscriptionCommand {}

  /** The mail of the asking with this nonce had this result. */
  record EndMail(String nonce, MailResult result) implements SubscriptionCommand {}
}
