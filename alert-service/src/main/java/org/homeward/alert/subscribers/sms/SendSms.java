package org.homeward.alert.subscribers.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.schema.people.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Sends a text to a phone through the node's provider. */
public final class SendSms {

  private static final String ONLY = "provider";

  private final boolean on;
  private final ShortMessages messages;
  private final Breakers breakers;
  private final Duration deadline;
  private final Consumer<MailResult> counted;
  private final Clock clock;

  /**
   * @param on whether this node has a provider
   * @param deadline how long one message may take
   * @param counted hears of each result
   */
  SendSms(
      boolean on,
      ShortMessages messages,
      Breakers breakers,
      Duration deadline,
      Consumer<MailResult> counted,
      Clock clock) {
    this.on = on;
    this.messages = messages;
    this.breakers = breakers;
    this.deadline = deadline;
    this.counted = counted;
    this.clock = clock;
  }

  /** Whether this node has a provider: without one no alert is approved for phones. */
  public boolean isOn() {
    return on;
  }

  /** False while the provider takes no messages. */
  public boolean permits() {
    return messages.isBound() && breakers.permits(ONLY);
  }

  /**
   * It never throws for what the other side does, and answers in time.
   *
   * @param id the same for every repetition
   * @param until the provider delivers it no later; null for what is to arrive whenever it can
   */
  public MailResult send(
      PhoneNumber to, String id, String text, @Nullable Instant until, Instant latest) {
    MailResult result = sent(to, id, text, until, latest);
    counted.accept(result);
    return result;
  }

  private MailResult sent(
      PhoneNumber to, String id, String text, @Nullable Instant until, Instant latest) {
    Instant now = clock.instant();
    if (until != null && !until.isAfter(now.plusSeconds(1))) {
      return SmsVerdicts.notSent("expired"); // upholds 4
    }
    Instant own = now.plus(deadline);
    MailResult result =
        messages.send(new ShortMessage(id, to, text, until), own.isBefore(latest) ? own : latest);
    learn(result);
    return result;
  }

  /** What has not left this node says nothing about the provider. */
  private void learn(MailResult result) {
    if (SmsVerdicts.isAnswer(result)) {
      breakers.learn(ONLY, new MailResult.Accepted(SmsVerdicts.PROVIDER));
    } else if (result instanceof MailResult.Unknown) {
      breakers.learn(ONLY, result);
    }
  }
}
