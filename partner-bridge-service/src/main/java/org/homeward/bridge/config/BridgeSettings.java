package org.homeward.bridge.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code homeward.bridge.*}.
 *
 * @param registry the signed file of all nodes
 * @param registryKey the public key that it must be signed with
 * @param registryPoll how often the file is looked at
 * @param keys the private keys of this node, a JWK set
 * @param resend the first pause before a message is sent again; it doubles
 * @param resendMax the longest pause
 * @param deadline of one attempt to reach a partner
 * @param lease how long a holder may keep a case unless that is renewed
 * @param startPatience how long a start waits for store and broker
 * @param instance names this process among those that read the topics together
 */
@ConfigurationProperties("homeward.bridge")
public record BridgeSettings(
    Path registry,
    Path registryKey,
    Duration registryPoll,
    Path keys,
    Duration resend,
    Duration resendMax,
    Duration deadline,
    Duration lease,
    Duration startPatience,
    String instance) {

  /** Shorter than an alarm's claim, or another instance would make the same attempt. */
  private static final Duration MAX_DEADLINE = Duration.ofSeconds(25);

  public BridgeSettings {
    positive("resend", resend);
    positive("deadline", deadline);
    if (deadline.compareTo(MAX_DEADLINE) > 0) {
      throw new IllegalArgumentException("homeward.bridge.deadline is longer than 25 s");
    }
    if (lease.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("homeward.bridge.lease is shorter than a day");
    }
  }

  private static void positive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("homeward.bridge." + name + " is not positive");
    }
  }
}
