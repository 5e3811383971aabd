package org.homeward.alert.orders.stops;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.schema.event.ChangeType;
import org.jspecify.annotations.Nullable;

/** From a stop, or none, and what a person wants to the stop that shall be there. */
final class StopDecisions {

  /** A proposal that nobody confirmed for this long has lapsed. */
  static final Duration PROPOSAL_LASTS = Duration.ofMinutes(30);

  private StopDecisions() {}

  static StopDecision decide(
      StopTarget target, Optional<Stop> stop, StopCommand command, Instant now) {
    return switch (command) {
      case StopCommand.Set(String by) -> set(target, stop, by, now);
      case StopCommand.Lift(String by) -> lift(stop, by, now);
    };
  }

  /** One that stands is told again: whoever has begun to lift something has to think again. */
  private static StopDecision set(StopTarget target, Optional<Stop> stop, String by, Instant now) {
    if (stop.isPresent() && stop.get() instanceof Stop.Standing standing) {
      return new StopDecision.Becomes(standing.withoutProposal(), ChangeType.STOP_SET);
    }
    return new StopDecision.Becomes(new Stop.Standing(target, by, now, null), ChangeType.STOP_SET);
  }

  private static StopDecision lift(Optional<Stop> stop, String by, Instant now) {
    if (stop.isEmpty() || !(stop.get() instanceof Stop.Standing standing)) {
      return new StopDecision.Same();
    }
    Stop.@Nullable LiftProposal first = standing.proposal();
    if (first == null || first.at().plus(PROPOSAL_LASTS).isBefore(now)) {
      return new StopDecision.Becomes(standing.proposed(by, now), null);
    }
    if (first.by().equals(by)) return new StopDecision.SamePerson(); // upholds 4
    return new StopDecision.Becomes(
        new Stop.Lifted(standing.target(), first.by(), by, now), ChangeType.STOP_LIFTED);
  }
}
