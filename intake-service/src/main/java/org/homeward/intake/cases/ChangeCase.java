package org.homeward.intake.cases;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.store.StoreFailure;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.HoldReason;
import org.homeward.schema.facts.Says;
import org.jspecify.annotations.Nullable;

/** Carries out a person's command on an existing case. */
public final class ChangeCase {

  /**
   * Whether an event could carry the whole case with all its reports released. Otherwise readers
   * would never learn of an accepted case, nor of its freeze and end.
   */
  @FunctionalInterface
  public interface FitsEvent {
    boolean fits(Case state);
  }

  /** Bytes of the 256 KB that readers get of a case; the rest is for those who call. */
  static final int MOST_OF_SIGHTINGS = 96 * 1024;

  private final GuardedDocuments<KeptCase> cases;
  private final FitsEvent topic;
  private final ErasureTrail trail;
  private final Clock clock;

  public ChangeCase(
      GuardedDocuments<KeptCase> cases, FitsEvent topic, ErasureTrail trail, Clock clock) {
    this.cases = cases;
    this.topic = topic;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * @param version that the person has read; empty for locate, end and erase, which are about the
   *     case whatever it has become
   * @param command null only for an amendment, which If-Match alone makes safe to repeat
   */
  public WriteOutcome.OfRequest<KeptCase, CaseDecision> change(
      LookAtCase.Seen seen, OptionalLong version, @Nullable Command command, CaseCommand wish) {
    String by = seen.person();
    List<Check<KeptCase, CaseDecision>> checks = new ArrayList<>();
    checks.add(Check.refusal(state -> kept(state, by).map(why -> why))); // upholds 6
    if (command != null) {
      // A repetition gets the same answer, although the case has another version since.
      checks.add(Check.once(command));
    }
    checks.addAll(Check.ofSeen(version));
    return cases.change(seen.id(), checks, read -> decided(read, command, wish, by));
  }

  /** It may have been kept from this person since the look. */
  private static Optional<CaseDecision.Refused> kept(KeptCase state, String person) {
    return state.isKeptFrom(person)
        ? Optional.of(new CaseDecision.Refused(CaseDecision.Refusal.NO_SUCH_CASE, Set.of()))
        : Optional.empty();
  }

  /** Freezes the case, if there is one; whoever asks learns nothing of it. */
  public void freeze(String id, Command command, String by) {
    List<Check<KeptCase, CaseDecision>> once = List.of(Check.once(command));
    cases.change(id, once, read -> decided(read, command, new CaseCommand.FreezeAll(), by));
  }

  /** Writes into a report what a person has decided in another room; safe to repeat. */
  public WriteOutcome.OfRequest<KeptCase, CaseDecision> amend(
      String id, Command command, CaseCommand.Amend wish, String by) {
    List<Check<KeptCase, CaseDecision>> once = List.of(Check.once(command));
    return cases.change(id, once, read -> decided(read, command, wish, by));
  }

  /**
   * After a restore, applies a change again that the restored copy lacks.
   *
   * @param command what an erasure is recorded as
   */
  public WriteOutcome.OfChanging<KeptCase, CaseDecision> again(
      String id, Command command, CaseCommand wish) {
    return cases.change(id, read -> decided(read, command, wish, Replay.BY));
  }

  /**
   * The content of a further contact.
   *
   * @param ofTip whether it can wait: a call has room after tips have taken their share
   */
  public record FurtherReport(
      boolean exercise, Channel channel, List<String> newChildren, Says says, boolean ofTip) {

    public FurtherReport(boolean exercise, Channel channel, List<String> newChildren, Says says) {
      this(exercise, channel, newChildren, says, false);
    }
  }

  /** The outcome of a join; a repetition also gets {@code Taken}. */
  public sealed interface Joined {

    record Taken(KeptReport report) implements Joined {}

    record Refused(CaseDecision.Refused why) implements Joined {}

    record KeyReused() implements Joined {}
  }

  /**
   * The command is kept with its report and not among the case's last ones, so that it is known
   * however many others follow.
   */
  public WriteOutcome.OfChanging<KeptCase, Joined> join(
      LookAtCase.Seen seen, FurtherReport further, Command command) {
    return join(seen.id(), further, command, seen.person());
  }

  /** Adds what a person has heard in another room; safe to repeat. */
  public WriteOutcome.OfChanging<KeptCase, Joined> join(
      String id, FurtherReport further, Command command, String by) {
    WriteOutcome.OfChanging<KeptCase, Joined> outcome =
        cases.change(
            id,
            read ->
                answered(read.state(), command, by)
                    .map(Decision::<KeptCase, Joined>keep)
                    .orElseGet(() -> joined(read.state(), further, command, by)));
    if (outcome instanceof WriteOutcome.Kept<KeptCase, Joined>) {
      cases.confirm(id);
    }
    return outcome;
  }

  private static Optional<Joined> answered(KeptCase state, Command command, String by) {
    Optional<CaseDecision.Refused> kept = kept(state, by);
    if (kept.isPresent()) return kept.map(Joined.Refused::new); // upholds 6
    return broughtBy(command, state).map(earlier -> repeated(earlier, command));
  }

  private Decision<KeptCase, Joined> joined(
      KeptCase state, FurtherReport further, Command command, String by) {
    Instant now = clock.instant();
    Says known = state instanceof Case live ? live.facts() : Says.EMPTY;
    KeptReport report =
        KeptReport.held(
            UUID.randomUUID().toString(),
            further.channel(),
            HoldReason.UNDECIDED,
            further.says(),
            further.newChildren(),
            known,
            command,
            by,
            now);
    var join = new CaseCommand.Join(report, further.newChildren(), further.exercise());
    CaseDecision decided = decide(state, join, by, now);
    boolean isOneTipTooMany =
        further.ofTip()
            && decided instanceof CaseDecision.Changed changed
            && isBeyondItsShare(changed.next());
    if (isOneTipTooMany) {
      return Decision.keep(
          new Joined.Refused(
              new CaseDecision.Refused(CaseDecision.Refusal.NO_ROOM_FOR_TIPS, Set.of())));
    }
    return decision(
        decided,
        by,
        now,
        switch (decided) {
          case CaseDecision.Refused refused -> new Joined.Refused(refused);
          case CaseDecision.Changed(Case next, var _, var _) ->
              new Joined.Taken(next.report(report.id()).orElseThrow());
          case CaseDecision.Noted _, CaseDecision.Erased _, CaseDecision.Unchanged _ ->
              throw new IllegalStateException("a join adds a report or is refused");
        });
  }

  private static Optional<KeptReport> broughtBy(Command command, KeptCase state) {
    List<KeptReport> reports = state instanceof Case live ? live.reports() : List.of();
    return reports.stream()
        .filter(report -> report.command().id().equals(command.id()))
        .findFirst();
  }

  private static Joined repeated(KeptReport earlier, Command command) {
    return earlier.command().hash().equals(command.hash())
        ? new Joined.Taken(earlier)
        : new Joined.KeyReused();
  }

  /** A change that its topic could not get is refused, except one that stops something. */
  private CaseDecision decide(KeptCase state, CaseCommand wish, String by, Instant now) {
    CaseDecision decided = CaseDecisions.decide(state, wish, by, now);
    boolean untold =
        decided instanceof CaseDecision.Changed changed
            && !changed.essential()
            && !topic.fits(changed.next());
    if (untold) throw new StoreFailure.TooLarge();
    return decided;
  }

  private Decision<KeptCase, CaseDecision> decided(
      Guarded<KeptCase> read, @Nullable Command command, CaseCommand wish, String by) {
    Instant now = clock.instant();
    CaseDecision decided = decide(read.state(), wish, by, now);
    if (decided instanceof CaseDecision.Erased(ErasedCase stone, String with)) {
      // First, because the tombstone no longer says who erased the case.
      trail.ordered(read.id(), requireNonNull(command), by, with, stone.reason());
    }
    return decision(decided, by, now, decided);
  }

  private static <R> Decision<KeptCase, R> decision(
      CaseDecision decided, String by, Instant now, R answer) {
    return switch (decided) {
      case CaseDecision.Changed(Case next, ChangeType change, boolean essential) -> {
        Edit<KeptCase> edit = CaseEdit.of(next, by, now, List.of(change));
        yield Decision.write(essential ? edit.asEssential() : edit, answer);
      }
      case CaseDecision.Noted(Case next) ->
          Decision.write(CaseEdit.of(next, by, now, List.of()).asEssential(), answer);
      case CaseDecision.Erased(ErasedCase stone, var _) ->
          Decision.write(
              CaseEdit.of(stone, by, now, List.of(ChangeType.CASE_ERASED)).asEssential(), answer);
      case CaseDecision.Unchanged(), CaseDecision.Refused _ -> Decision.keep(answer);
    };
  }

  private static boolean isBeyondItsShare(Case state) {
    return state.reports().stream().mapToInt(KeptReport::bytesOfSightings).sum()
        > MOST_OF_SIGHTINGS;
  }
}
