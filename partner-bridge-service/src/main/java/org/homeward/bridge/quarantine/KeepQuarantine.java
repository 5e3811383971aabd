package org.homeward.bridge.quarantine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.From;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Outcome;
import org.homeward.durable.recovery.Replay;
import org.jspecify.annotations.Nullable;

/** Closes the bridge for words after a restore; two people open it. Always read from the store. */
public final class KeepQuarantine {

  private static final String ID = "node";

  /** A proposal nobody has joined for so long is none. */
  private static final Duration PROPOSAL_LASTS = Duration.ofMinutes(30);

  private final GuardedDocuments<Quarantine> quarantines;
  private final Clock clock;

  public KeepQuarantine(GuardedDocuments<Quarantine> quarantines, Clock clock) {
    this.quarantines = quarantines;
    this.clock = clock;
  }

  /** What became of a person's word. */
  public sealed interface Opening {

    /** As it stands now: proposed or opened. */
    record Done(Guarded<Quarantine> quarantine) implements Opening {}

    /** The second person must be another. */
    record SamePerson() implements Opening {}

    record KeyReused() implements Opening {}

    /** There never was one. */
    record NotClosed() implements Opening {}
  }

  public boolean stands() {
    return find().filter(found -> found.state() instanceof Quarantine.Standing).isPresent();
  }

  public Optional<Guarded<Quarantine>> find() {
    return quarantines.find(ID);
  }

  /** Safe to repeat; not named close, which Spring would call at every orderly end. */
  public void begin() {
    Quarantine standing = new Quarantine.Standing(clock.instant(), null, null);
    Outcome<Quarantine, Boolean> outcome =
        quarantines.change(
            ID,
            OptionalLong.empty(),
            null,
            read ->
                read.state() instanceof Quarantine.Standing
                    ? Decision.keep(true)
                    : Decision.write(Edit.of(standing, Replay.BY).asEssential(), true));
    if (outcome instanceof Outcome.Absent) {
      Outcome<Quarantine, Boolean> _ =
          quarantines.react(
              ID,
              new From("quarantine/" + ID, 0),
              read -> Decision.write(Edit.of(standing, Replay.BY).asEssential(), true));
    }
  }

  /** The first person proposes, another person's word opens. */
  public Opening open(Command command, String person) {
    Outcome<Quarantine, Boolean> outcome =
        quarantines.change(ID, OptionalLong.empty(), command, read -> decide(read, person));
    return switch (outcome) {
      case Outcome.Written<Quarantine, Boolean>(Guarded<Quarantine> now, Boolean _) ->
          new Opening.Done(now);
      case Outcome.Repeated<Quarantine, Boolean>(Guarded<Quarantine> now, long _) ->
          new Opening.Done(now);
      case Outcome.Kept<Quarantine, Boolean>(Guarded<Quarantine> now, Boolean isOpen) ->
          isOpen ? new Opening.Done(now) : new Opening.SamePerson();
      case Outcome.KeyReused<Quarantine, Boolean>() -> new Opening.KeyReused();
      case Outcome.Absent<Quarantine, Boolean>() -> new Opening.NotClosed();
      case Outcome.Stale<Quarantine, Boolean> _ ->
          throw new IllegalStateException("an opening names no version");
    };
  }

  private Decision<Quarantine, Boolean> decide(Guarded<Quarantine> read, String person) {
    return decide(read.state(), person, clock.instant())
        .map(next -> Decision.write(Edit.of(next, person).asEssential(), true))
        .orElseGet(() -> Decision.keep(read.state() instanceof Quarantine.Opened));
  }

  /** Empty when nothing becomes of it. */
  static Optional<Quarantine> decide(Quarantine now, String person, Instant at) {
    if (!(now instanceof Quarantine.Standing standing)) {
      return Optional.empty();
    }
    @Nullable String first = standing.proposedBy();
    Instant since = standing.proposedAt();
    if (first == null || since == null || since.plus(PROPOSAL_LASTS).isBefore(at)) {
      return Optional.of(new Quarantine.Standing(standing.since(), person, at));
    }
    if (first.equals(person)) return Optional.empty(); // upholds 6
    return Optional.of(new Quarantine.Opened(first, person, at));
  }
}
