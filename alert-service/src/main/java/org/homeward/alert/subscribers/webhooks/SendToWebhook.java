package org.homeward.alert.subscribers.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.store.StoreFailure;

/** Sends a message to a webhook, signed with the keys that it has at that moment. */
public final class SendToWebhook {

  private final GuardedDocuments<Webhook> webhooks;
  private final SealedKeys keys;
  private final Post post;
  private final Breakers breakers;
  private final Rates rates;
  private final EndWebhook endWebhook;
  private final Duration deadline;
  private final Consumer<MailResult> counted;
  private final Clock clock;

  /**
   * @param deadline how long the whole answer may take
   * @param counted hears of each result
   */
  SendToWebhook(
      GuardedDocuments<Webhook> webhooks,
      SealedKeys keys,
      Post post,
      Breakers breakers,
      Rates rates,
      EndWebhook endWebhook,
      Duration deadline,
      Consumer<MailResult> counted,
      Clock clock) {
    this.webhooks = webhooks;
    this.keys = keys;
    this.post = post;
    this.breakers = breakers;
    this.rates = rates;
    this.endWebhook = endWebhook;
    this.deadline = deadline;
    this.counted = counted;
    this.clock = clock;
  }

  /** False while the host takes no messages. */
  public boolean permits(String host) {
    return breakers.permits(host.toLowerCase(Locale.ROOT));
  }

  /** False while a webhook was sent as much as it may be in a minute. */
  public boolean takesMore(String webhook) {
    return rates.permits(webhook);
  }

  /**
   * It never throws for what the other side does, and answers in time.
   *
   * @param message the id of the message, the same for every repetition
   * @param body JSON, the same for every repetition
   * @param isStill asked after each wait of this node's own: false and it does not leave
   */
  public MailResult send(
      String webhook, String message, byte[] body, Instant latest, BooleanSupplier isStill) {
    rates.count(webhook);
    MailResult result = sent(webhook, message, body, latest, isStill);
    counted.accept(result);
    return result;
  }

  private MailResult sent(
      String id, String message, byte[] body, Instant latest, BooleanSupplier isStill) {
    Guarded<Webhook> webhook;
    try {
      webhook = webhooks.find(id).orElse(null);
    } catch (StoreFailure unread) {
      return Verdicts.of(new Post.Answer.Held("store"));
    }
    if (webhook == null) {
      return new MailResult.Never("unknown-webhook");
    }
    Instant now = clock.instant();
    SignedMessage signed;
    try {
      signed = SignedMessage.of(message, body, now, keys.signing(webhook, now));
    } catch (SealedKeys.DoesNotOpen restoredElsewhere) {
      return Verdicts.of(new Post.Answer.Held("keys"));
    }
    Instant own = now.plus(deadline);
    Post.Answer answer =
        post.post(webhook.state().url(), signed, own.isBefore(latest) ? own : latest, isStill);
    return learned(webhook, answer);
  }

  private MailResult learned(Guarded<Webhook> webhook, Post.Answer answer) {
    MailResult result = Verdicts.of(answer);
    String host = webhook.state().url().getHost().toLowerCase(Locale.ROOT);
    Verdicts.takesMessages(answer)
        .ifPresent(
            takes ->
                breakers.learn(host, takes ? new MailResult.Accepted(Verdicts.PROVIDER) : result));
    if (answer instanceof Post.Answer.Answered answered && answered.status() == Verdicts.GONE) {
      gone(webhook.id());
    }
    return result;
  }

  private void gone(String id) {
    try {
      endWebhook.gone(id);
    } catch (StoreFailure notStored) {
      // Its next message gets the same answer.
    }
  }
}
