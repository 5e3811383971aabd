package org.homeward.intake.cases;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Outcome;
import org.homeward.durable.document.StoreFailure;
import org.homeward.schema.event.ChangeType;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.facts.Says;
import org.jspecify.annotations.Nullable;

/** Carries out what a person wants to do with a case that exists. */
public final class ChangeCase {

  private final GuardedDocuments<KeptCase> cases;
  private final Tellable readers;
  private final ErasureTrail trail;
  private final Clock clock;

  public ChangeCase(
      GuardedDocuments<KeptCase> cases, Tellable readers, ErasureTrail trail, Clock clock) {
    this.cases = cases;
    this.readers = readers;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * @param seen the version the person has seen; empty for freeze, locate, end and erase, which are
   *     about the case whatever it has become
   * @param command null only for an amendment, which If-Match alone makes safe to repeat
   */
  public Outcome<KeptCase, Decided> change(
      String id, OptionalLong seen, @Nullable Command command, CaseCommand wish, String by) {
    return cases.change(
        id,
        seen,
        command,
        read -> {
          Decision<KeptCase, Decided> decided = decided(read, wish, by);
          recordErasure(id, command, by, decided);
          return decided;
        });
  }

  /** What a further contact brought. */
  public record FurtherReport(
      boolean exercise, Channel channel, List<String> newChildren, Says says) {}

  /** What became of a join; a report is {@code Taken} by a repetition too. */
  public sealed interface Joined {

    record Taken(KeptReport report) implements Joined {}

    record Refused(Decided.Refused why) implements Joined {}

    record KeyReused() implements Joined {}
  }

  /**
   * The command is kept with its report and not among the case's last ones, so that it is known
   * however many others follow.
   */
  public Outcome<KeptCase, Joined> join(
      String id, FurtherReport further, Command command, String by) {
    Outcome<KeptCase, Joined> outcome =
        cases.change(
            id,
            OptionalLong.empty(),
            null,
            read ->
                broughtBy(command, read.state())
                    .map(earlier -> Decision.<KeptCase, Joined>keep(repeated(earlier, command)))
                    .orElseGet(() -> joined(read, further, command, by)));
    if (outcome instanceof Outcome.Kept<KeptCase, Joined>) {
      cases.confirm(id);
    }
    return outcome;
  }

  private Decision<KeptCase, Joined> joined(
      Guarded<KeptCase> read, FurtherReport further, Command command, String by) {
    Instant now = clock.instant();
    Says known = read.state() instanceof Case live ? live.facts() : Says.EMPTY;
    KeptReport report =
        OpenCase.keep(
            further.channel(), further.says(), further.newChildren(), known, command, by, now);
    var join = new CaseCommand.Join(report, further.newChildren(), further.exercise());
    return switch (decide(read.state(), join, by, now)) {
      case Decided.Changed changed ->
          Decision.write(edit(changed, by, now), new Joined.Taken(report));
      case Decided.Refused refused -> Decision.keep(new Joined.Refused(refused));
      case Decided.Unchanged(), Decided.Noted _, Decided.Erased _ ->
          throw new IllegalStateException("a join adds a report or is refused");
    };
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

  /**
   * Somebody from whom the case is kept does not find it; and nothing is accepted that its readers
   * could not be told, except what stops something.
   */
  private Decided decide(KeptCase state, CaseCommand wish, String by, Instant now) {
    if (state.isKeptFrom(by)) {
      return new Decided.Refused(Decided.Refusal.NO_SUCH_CASE, Set.of());
    }
    Decided decided = CaseDecisions.decide(state, wish, by, now);
    boolean untold =
        decided instanceof Decided.Changed changed
            && !changed.essential()
            && !readers.canBeTold(changed.next());
    if (untold) throw new StoreFailure.TooLarge();
    return decided;
  }

  private Decision<KeptCase, Decided> decided(Guarded<KeptCase> read, CaseCommand wish, String by) {
    Instant now = clock.instant();
    Decided decided = decide(read.state(), wish, by, now);
    return switch (decided) {
      case Decided.Changed changed -> Decision.write(edit(changed, by, now), decided);
      case Decided.Noted(Case next) ->
          Decision.write(CaseEdit.of(next, by, now, List.of()).asEssential(), decided);
      case Decided.Erased(ErasedCase stone) ->
          Decision.write(
              CaseEdit.of(stone, by, now, List.of(ChangeType.CASE_ERASED)).asEssential(), decided);
      case Decided.Unchanged() -> Decision.keep(decided);
      case Decided.Refused _ -> Decision.keep(decided);
    };
  }

  /** Before the tombstone is written, which takes with it who wrote it. */
  private void recordErasure(
      String id, @Nullable Command command, String by, Decision<KeptCase, Decided> decided) {
    if (decided instanceof Decision.Write<KeptCase, Decided>(var _, Decided.Erased(var stone))) {
      trail.ordered(id, requireNonNull(command), by, stone.reason());
    }
  }

  private static Edit<KeptCase> edit(Decided.Changed changed, String by, Instant now) {
    Edit<KeptCase> edit = CaseEdit.of(changed.next(), by, now, List.of(changed.change()));
    return changed.essential() ? edit.asEssential() : edit;
  }
}
