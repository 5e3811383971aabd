package org.homeward.alert.subscribers.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.homeward.alert.subscribers.mail.MailResult;
import org.jspecify.annotations.Nullable;

/** Reads a provider's answer: was the message taken, refused, or neither for certain? */
final class SmsVerdicts {

  /** As results and metrics call the first provider. */
  static final String PROVIDER = "sms";

  /** Of reasons that the provider gave. */
  private static final String STATUS = "smpp-";

  /** Of reasons why the rest of a message did not go out. */
  private static final String PART = "part-";

  private static final Set<String> SILENCE = Set.of("timeout", "closed", "failed", "answer");

  private static final int MESSAGE_QUEUE_FULL = 0x14;
  private static final int THROTTLED = 0x58;

  /** Length of the message; address, type and plan of the recipient. */
  private static final Set<Integer> FOR_GOOD = Set.of(0x01, 0x0b, 0x50, 0x51);

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration NOT_NOW = Duration.ofSeconds(30);

  private SmsVerdicts() {}

  /**
   * A refusal is certain, whatever it is for. What it says of the recipient is for good; the rest
   * is about this node or the provider, and passes.
   */
  static MailResult refused(int status) {
    String reason = STATUS + Integer.toHexString(status);
    if (FOR_GOOD.contains(status)) {
      return new MailResult.Never(reason);
    }
    return new MailResult.Later(isThrottling(status) ? SOON : NOT_NOW, reason);
  }

  /** A message that is not to be delivered any more; less than a second cannot be said to one. */
  static boolean isExpired(@Nullable Instant until, Instant now) {
    return until != null && until.isBefore(now.plusSeconds(2));
  }

  static boolean isThrottling(int status) {
    return status == THROTTLED || status == MESSAGE_QUEUE_FULL;
  }

  /** Certainly nothing of it has left this node. */
  static MailResult notSent(String reason) {
    return new MailResult.Later(SOON, reason);
  }

  /** Some of it may have reached a person. */
  static MailResult lost(String reason) {
    return new MailResult.Unknown(PROVIDER, reason);
  }

  /** One segment is out, and the next one is not: a person may have what has left before. */
  static MailResult lostPart(String reason) {
    return lost(PART + reason);
  }

  /** Whether the provider has left a segment unanswered; what this node left undone is none. */
  static boolean isSilence(MailResult result) {
    return result instanceof MailResult.Unknown(var _, String reason)
        && SILENCE.contains(reason.startsWith(PART) ? reason.substring(PART.length()) : reason);
  }

  /** Whether the provider has answered, if only to refuse. */
  static boolean isAnswer(MailResult result) {
    return switch (result) {
      case MailResult.Accepted _, MailResult.Never _ -> true;
      case MailResult.Later(var _, String reason) -> reason.startsWith(STATUS);
      case MailResult.Unknown _ -> false;
    };
  }
}
