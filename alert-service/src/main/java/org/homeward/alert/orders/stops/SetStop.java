package org.homeward.alert.orders.stops;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Sets a stop: one person, at once, needing nothing but the store. */
public final class SetStop {

  private final GuardedDocuments<Stop> stops;
  private final Clock clock;

  public SetStop(GuardedDocuments<Stop> stops, Clock clock) {
    this.stops = stops;
    this.clock = clock;
  }

  /** How it ended. */
  public sealed interface Stopped {

    /** It stands. */
    record Stands(Guarded<Stop> stop) implements Stopped {}

    record KeyReused() implements Stopped {}
  }

  public Stopped set(StopTarget target, Command command, String by) {
    return switch (stops.put(target.documentId(), command, read -> decide(target, read, by))) {
      case WriteOutcome.Written(var now, var _) -> new Stopped.Stands(now);
      case WriteOutcome.Repeated(var now, var _) -> new Stopped.Stands(now);
      case WriteOutcome.Kept(var now, var _) -> {
        stops.confirm(now.id());
        yield new Stopped.Stands(now);
      }
      case WriteOutcome.KeyReused() -> new Stopped.KeyReused();
      case WriteOutcome.NotMade(var _) ->
          throw new IllegalStateException("a stop is made where there is none");
    };
  }

  private Decision<Stop, Boolean> decide(
      StopTarget target, Optional<Guarded<Stop>> read, String by) {
    Instant now = clock.instant();
    return switch (StopDecisions.decide(
        target, read.map(Guarded::state), new StopCommand.Set(by), now)) {
      case StopDecision.Same(), StopDecision.SamePerson() -> Decision.keep(false);
      case StopDecision.Becomes becomes -> Decision.write(edit(becomes, by, now), true);
    };
  }

  static Edit<Stop> edit(StopDecision.Becomes becomes, String by, Instant now) {
    String[] changes =
        becomes.change() == null ? new String[0] : new String[] {becomes.change().text()};
    return Edit.of(becomes.stop(), by, changes)
        .withDues(Map.of(StopsInForce.TELL_DUE, now))
        .asEssential();
  }
}
