package org.homeward.alert.subscribers.webhooks;

import java.time.Duration;
import java.util.Optional;
import org.homeward.alert.subscribers.mail.MailResult;

/** Reads an answer of a webhook: was the message taken, refused, or neither for certain? */
final class Verdicts {

  /** The provider of what a webhook has taken: its own host. */
  static final String PROVIDER = "webhook";

  static final int GONE = 410;

  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int TIMEOUT = 408;
  private static final int TOO_EARLY = 425;
  private static final int THROTTLED = 429;
  private static final int FAILED = 500;
  private static final int UNAVAILABLE = 503;

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private Verdicts() {}

  /** Every status has one; a redirect is never followed. */
  static MailResult of(Post.Answer answer) {
    return switch (answer) {
      case Post.Answer.Held(String reason) -> new MailResult.Later(SOON, reason);
      case Post.Answer.NotSent(String reason) -> new MailResult.Later(SOON, reason);
      case Post.Answer.Lost(String reason) -> new MailResult.Unknown(PROVIDER, reason);
      case Post.Answer.Answered answered -> of(answered);
    };
  }

  private static MailResult of(Post.Answer.Answered answered) {
    int status = answered.status();
    String reason = "http-" + status;
    if (isTaken(status)) {
      return new MailResult.Accepted(PROVIDER);
    }
    boolean mayHaveIt = isFailure(status) && status != UNAVAILABLE;
    if (mayHaveIt) return new MailResult.Unknown(PROVIDER, reason); // upholds 4
    return isForLater(status)
        ? new MailResult.Later(after(answered), reason)
        : new MailResult.Never(reason);
  }

  static boolean isTaken(int status) {
    return status >= OK && status < REDIRECT;
  }

  /** A server that fails in the middle, or one behind it, may have the message all the same. */
  private static boolean isFailure(int status) {
    return status < OK || status >= FAILED;
  }

  private static boolean isForLater(int status) {
    return status == TIMEOUT || status == TOO_EARLY || status == THROTTLED || status == UNAVAILABLE;
  }

  private static Duration after(Post.Answer.Answered answered) {
    Duration wished = answered.retryAfter().orElse(SOON);
    if (wished.compareTo(SOON) < 0) {
      return SOON;
    }
    return wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
  }

  /**
   * Whether the host takes messages, as its breaker learns it; one that refuses or throttles is
   * there. Empty when it was not asked.
   */
  static Optional<Boolean> takesMessages(Post.Answer answer) {
    return switch (answer) {
      case Post.Answer.Held _ -> Optional.empty();
      case Post.Answer.NotSent _, Post.Answer.Lost _ -> Optional.of(false);
      case Post.Answer.Answered answered -> Optional.of(!isFailure(answered.status()));
    };
  }
}
