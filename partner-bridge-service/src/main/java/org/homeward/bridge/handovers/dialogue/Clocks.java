package org.homeward.bridge.handovers.dialogue;

import java.time.Duration;
import java.time.Instant;
import org.homeward.schema.bridge.bodies.Urgency;
import org.homeward.schema.facts.Risk;
import org.homeward.schema.facts.RiskLevel;
import org.homeward.schema.facts.Says;

/**
 * The deadlines of a partner.
 *
 * @param stopBy an offer that is not accepted by then is revoked
 */
public record Clocks(Instant offeredAt, Instant acknowledgeBy, Instant answerBy, Instant stopBy) {

  /** How long an erasure may take before somebody asks. */
  public static final Duration RECEIPT = Duration.ofMinutes(10);

  /** How long a holder may keep a case without a renewal. */
  public static final Duration LONGEST_LEASE = Duration.ofDays(30);

  /** When a person should have seen an offer of which only the time of the answer is known. */
  public static Instant acknowledgeBy(Urgency urgency, Instant answerBy) {
    Clocks clocks = of(urgency, answerBy);
    return answerBy.minus(Duration.between(clocks.acknowledgeBy, clocks.answerBy));
  }

  /** A case of high risk is urgent. */
  public static Urgency urgency(Says facts) {
    Risk risk = facts.risk();
    return risk != null && risk.level().is(RiskLevel.HIGH) ? Urgency.HIGH : Urgency.NORMAL;
  }

  public static Clocks of(Urgency urgency, Instant offeredAt) {
    return switch (urgency) {
      case HIGH ->
          new Clocks(
              offeredAt,
              offeredAt.plus(Duration.ofMinutes(15)),
              offeredAt.plus(Duration.ofHours(8)),
              offeredAt.plus(Duration.ofHours(12)));
      case NORMAL ->
          new Clocks(
              offeredAt,
              offeredAt.plus(Duration.ofDays(3)),
              offeredAt.plus(Duration.ofDays(7)),
              offeredAt.plus(Duration.ofDays(10)));
    };
  }
}
