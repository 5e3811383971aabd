package org.homeward.alert.subscribers.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/**
 * Verifies what the system of an organisation sends: signed as Standard Webhooks has it, with the
 * secret that signs the messages to it. Its public key signs nothing here: its other half is ours.
 */
public final class VerifySignature {

  /** By how much the clocks may differ, and how long a signature can be used. */
  private static final Duration LASTS = Duration.ofMinutes(5);

  private static final String HMAC = "v1,";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private final GuardedDocuments<Webhook> webhooks;
  private final SealedKeys keys;
  private final Clock clock;

  VerifySignature(GuardedDocuments<Webhook> webhooks, SealedKeys keys, Clock clock) {
    this.webhooks = webhooks;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The headers of Standard Webhooks.
   *
   * @param seconds since 1970
   * @param signatures separated by spaces
   */
  public record Headers(String id, String seconds, String signatures) {

    @Override
    public String toString() {
      return "Headers[redacted]";
    }
  }

  /**
   * When it was signed, never later than now; empty unless a live webhook has signed exactly this
   * lately.
   */
  public Optional<Instant> signedAt(String webhook, Headers headers, byte[] body) {
    if (!ID.matcher(headers.id()).matches() || !SECONDS.matcher(headers.seconds()).matches()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant at = Instant.ofEpochSecond(Long.parseLong(headers.seconds()));
    boolean isNow = Duration.between(at, now).abs().compareTo(LASTS) <= 0;
    return isNow
        ? webhooks
            .find(webhook)
            .filter(found -> found.state().state() == Webhook.State.LIVE)
            .filter(found -> isSigned(found, headers, at, now, body))
            .map(_ -> at.isAfter(now) ? now : at)
        : Optional.empty();
  }

  private boolean isSigned(
      Guarded<Webhook> webhook, Headers headers, Instant at, Instant now, byte[] body) {
    List<byte[]> right;
    try {
      SignedMessage ours = SignedMessage.of(headers.id(), body, at, keys.signing(webhook, now));
      right = hmacs(ours.headers().getOrDefault("webhook-signature", "")).toList();
    } catch (SealedKeys.DoesNotOpen restoredElsewhere) {
      return false;
    }
    return hmacs(headers.signatures())
        .anyMatch(given -> right.stream().anyMatch(each -> MessageDigest.isEqual(each, given)));
  }

  private static Stream<byte[]> hmacs(String signatures) {
    return Arrays.stream(signatures.split(" "))
        .filter(each -> each.startsWith(HMAC))
        .map(each -> each.getBytes(UTF_8));
  }
}
