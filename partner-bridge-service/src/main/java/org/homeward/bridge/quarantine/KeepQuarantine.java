package org.homeward.bridge.quarantine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.Replay;
import org.jspecify.annotations.Nullable;

/** Quarantines the bridge after a restore; two people open it. Always read from the store. */
public final class KeepQuarantine {

  private static final String ID = "node";

  /** A proposal that nobody confirmed for this long has lapsed. */
  private static final Duration PROPOSAL_LASTS = Duration.ofMinutes(30);

  private final GuardedDocuments<Quarantine> quarantines;
  private final Clock clock;

  KeepQuarantine(GuardedDocuments<Quarantine> quarantines, Clock clock) {
    this.quarantines = quarantines;
    this.clock = clock;
  }

  /** The outcome of a person's confirmation. */
  sealed interface QuarantineOpening {

    /** As it stands now: proposed or opened. */
    record Done(Guarded<Quarantine> quarantine) implements QuarantineOpening {}

    /** The second person must be another. */
    record SamePerson() implements QuarantineOpening {}

    record KeyReused() implements QuarantineOpening {}

    /** There never was one. */
    record NotClosed() implements QuarantineOpening {}
  }

  public boolean stands() {
    return find().filter(found -> found.state() instanceof Quarantine.Standing).isPresent();
  }

  Optional<Guarded<Quarantine>> find() {
    return quarantines.find(ID);
  }

  /** Safe to repeat; not named close, which Spring would call at every orderly end. */
  public void begin() {
    Quarantine standing = new Quarantine.Standing(clock.instant(), null, null);
    WriteOutcome.OfPutting<Quarantine, Boolean> _ =
        quarantines.put(
            ID,
            read ->
                read.filter(found -> isUntouched(found.state())).isPresent()
                    ? Decision.keep(true)
                    : Decision.write(Edit.of(standing, Replay.BY).asEssential(), true));
  }

  /** A proposal from before the newest restore is void. */
  private static boolean isUntouched(Quarantine now) {
    return now instanceof Quarantine.Standing standing && standing.proposedBy() == null;
  }

  /** The first person proposes, another person's word opens. */
  QuarantineOpening open(Command command, String person) {
    return switch (quarantines.put(ID, command, read -> decide(read, person))) {
      case WriteOutcome.Written(var now, var _) -> new QuarantineOpening.Done(now);
      case WriteOutcome.Repeated(var now, var _) -> new QuarantineOpening.Done(now);
      case WriteOutcome.Kept(var now, var isOpen) ->
          isOpen ? new QuarantineOpening.Done(now) : new QuarantineOpening.SamePerson();
      case WriteOutcome.KeyReused() -> new QuarantineOpening.KeyReused();
      case WriteOutcome.NotMade(var _) -> new QuarantineOpening.NotClosed();
    };
  }

  private Decision<Quarantine, Boolean> decide(Optional<Guarded<Quarantine>> read, String person) {
    return read.flatMap(found -> decide(found.state(), person, clock.instant()))
        .map(next -> Decision.<Quarantine, Boolean>write(Edit.of(next, person).asEssential(), true))
        .orElseGet(
            () ->
                Decision.keep(
                    read.filter(found -> found.state() instanceof Quarantine.Opened).isPresent()));
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
