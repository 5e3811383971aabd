package org.homeward.alert.stops;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.From;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Outcome;

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
    while (true) {
      Outcome<Stop, Boolean> outcome =
          stops.change(
              target.documentId(), OptionalLong.empty(), command, read -> decide(target, read, by));
      switch (outcome) {
        case Outcome.Written<Stop, Boolean>(Guarded<Stop> now, Boolean _) -> {
          return new Stopped.Stands(now);
        }
        case Outcome.Repeated<Stop, Boolean>(Guarded<Stop> now, long _) -> {
          return new Stopped.Stands(now);
        }
        case Outcome.Kept<Stop, Boolean>(Guarded<Stop> now, Boolean _) -> {
          stops.confirm(now.id());
          return new Stopped.Stands(now);
        }
        case Outcome.KeyReused<Stop, Boolean>() -> {
          return new Stopped.KeyReused();
        }
        case Outcome.Absent<Stop, Boolean>() -> first(target, by);
        case Outcome.Stale<Stop, Boolean> _ ->
            throw new IllegalStateException("a stop names no version");
      }
    }
  }

  /**
   * Makes the document when nobody else does; the command then finds it and is remembered there. A
   * reaction to a source of version 0: whoever comes second sees the first.
   */
  private void first(StopTarget target, String by) {
    var nothingYet = new From("stop/" + target.word(), 0);
    Outcome<Stop, Boolean> _ =
        stops.react(
            target.documentId(),
            nothingYet,
            read -> read.isPresent() ? Decision.keep(false) : write(target, Optional.empty(), by));
  }

  private Decision<Stop, Boolean> decide(StopTarget target, Guarded<Stop> read, String by) {
    return write(target, Optional.of(read), by);
  }

  private Decision<Stop, Boolean> write(
      StopTarget target, Optional<Guarded<Stop>> read, String by) {
    Instant now = clock.instant();
    return switch (StopDecisions.decide(
        target, read.map(Guarded::state), new StopCommand.Set(by), now)) {
      case StopDecided.Same(), StopDecided.SamePerson() -> Decision.keep(false);
      case StopDecided.Becomes becomes -> Decision.write(edit(becomes, by, now), true);
    };
  }

  static Edit<Stop> edit(StopDecided.Becomes becomes, String by, Instant now) {
    String[] changes =
        becomes.change() == null ? new String[0] : new String[] {becomes.change().text()};
    return Edit.of(becomes.stop(), by, changes)
        .withDues(Map.of(StopsInForce.TELL_DUE, now))
        .asEssential();
  }
}
