package org.homeward.alert.subscribers.mail;

import java.time.Duration;
import java.util.Locale;

/** Turns a dialogue with a server into a result for the mail. */
final class SmtpVerdicts {

  private static final Duration NO_SERVER = Duration.ofSeconds(10);
  private static final Duration NOT_NOW = Duration.ofSeconds(60);

  private SmtpVerdicts() {}

  /**
   * @param answer the server's status at this step; anything below 200 is none
   */
  static MailResult of(SmtpDialogue.Step step, int answer, String provider) {
    String reason = step.name().toLowerCase(Locale.ROOT) + (answer < 200 ? "" : "-" + answer);
    return switch (step) {
      case CONNECT -> new MailResult.Later(NO_SERVER, reason);
      // A server that refuses the sender refuses us, not the recipient.
      case MAIL -> new MailResult.Later(NOT_NOW, reason);
      case RCPT ->
          isFinal(answer) ? new MailResult.Never(reason) : new MailResult.Later(NOT_NOW, reason);
      case DATA, END -> afterData(step, answer, provider, reason);
    };
  }

  private static MailResult afterData(
      SmtpDialogue.Step step, int answer, String provider, String reason) {
    if (isFinal(answer)) {
      return new MailResult.Never(reason);
    }
    if (answer >= 400 && answer < 500) {
      return new MailResult.Later(NOT_NOW, reason);
    }
    return step == SmtpDialogue.Step.END && answer >= 200 && answer < 300
        ? new MailResult.Accepted(provider)
        : new MailResult.Unknown(provider, reason);
  }

  private static boolean isFinal(int answer) {
    return answer >= 500 && answer < 600;
  }
}
