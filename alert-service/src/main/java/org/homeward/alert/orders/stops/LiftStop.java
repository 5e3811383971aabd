package org.homeward.alert.orders.stops;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Lifts a stop: the first person proposes, another person's word lifts it. */
final class LiftStop {

  private final GuardedDocuments<Stop> stops;
  private final Clock clock;

  LiftStop(GuardedDocuments<Stop> stops, Clock clock) {
    this.stops = stops;
    this.clock = clock;
  }

  /** How it ended. */
  sealed interface Lifting {

    /** As it stands now: proposed or lifted. */
    record Done(Guarded<Stop> stop) implements Lifting {}

    /** The second person must be another. */
    record SamePerson(Guarded<Stop> stop) implements Lifting {}

    record KeyReused() implements Lifting {}

    record Unknown() implements Lifting {}
  }

  Lifting lift(SeenStop seen, Command command, String person) {
    StopTarget target = seen.target();
    return switch (stops.put(target.documentId(), command, read -> decide(seen, read, person))) {
      case WriteOutcome.Written(var now, var _) -> new Lifting.Done(now);
      case WriteOutcome.Repeated(var now, var _) -> new Lifting.Done(now);
      case WriteOutcome.Kept(var now, var same) ->
          same ? new Lifting.Done(now) : new Lifting.SamePerson(now);
      case WriteOutcome.KeyReused() -> new Lifting.KeyReused();
      case WriteOutcome.NotMade(var _) -> new Lifting.Unknown();
    };
  }

  private Decision<Stop, Boolean> decide(
      SeenStop seen, Optional<Guarded<Stop>> read, String person) {
    Instant now = clock.instant();
    Optional<Stop> stop = read.map(Guarded::state);
    stop = stop.map(seen::withoutVoidProposal); // upholds 3
    return switch (StopDecisions.decide(seen.target(), stop, new StopCommand.Lift(person), now)) {
      case StopDecision.Same() -> Decision.keep(true);
      case StopDecision.SamePerson() -> Decision.keep(false);
      case StopDecision.Becomes becomes -> Decision.write(SetStop.edit(becomes, person, now), true);
    };
  }
}
