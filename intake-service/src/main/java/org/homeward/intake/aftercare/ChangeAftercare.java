package org.homeward.intake.aftercare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.episodes.EpisodeErased;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.intake.rulings.ErasedBeside;

/** Carries out what people and the erasure of a case do after a find. */
final class ChangeAftercare implements AlarmHandler, ErasedBeside, EndTellings, EpisodeErased {

  private static final String LOOK_DUE = "look";
  private static final Duration EVERY = Duration.ofDays(1);
  private static final String BY = "intake";

  private final GuardedDocuments<KeptAftercare> documents;
  private final Predicate<String> isErased;
  private final Clock clock;

  /**
   * @param isErased whether the case of this id is
   */
  ChangeAftercare(
      GuardedDocuments<KeptAftercare> documents, Predicate<String> isErased, Clock clock) {
    this.documents = documents;
    this.isErased = isErased;
    this.clock = clock;
  }

  /** Empty where nobody has decided anything. */
  Aftercare of(LookAtCase.Seen seen) {
    return of(seen.id());
  }

  /** For a rule, and not for a reader. */
  Aftercare of(String caseId) {
    return documents
        .find(caseId)
        .map(read -> read.state() instanceof Aftercare it ? it : Aftercare.EMPTY)
        .orElse(Aftercare.EMPTY);
  }

  /**
   * @param seen the case as the person has looked at it
   */
  WriteOutcome.OfPuttingOnce<KeptAftercare, AftercareDecision> change(
      LookAtCase.Seen seen, Command command, AftercareCommand wish) {
    return documents.put(seen.id(), command, read -> decided(read, wish, seen.person()));
  }

  @Override
  public void missingAgain(String caseId, String child, String by) {
    withdrawAll(caseId, child, by);
  }

  /** What ended decisions is not known any more: they are withdrawn, so that none stands again. */
  @Override
  public void erasedBeside(EpisodeOf left) {
    withdrawAll(left.caseId(), left.child(), BY);
  }

  private void withdrawAll(String caseId, String child, String by) {
    var withdrawn = new Telling.Withdrawn(null, by, clock.instant());
    var wish = new AftercareCommand.WithdrawAll(child, withdrawn);
    WriteOutcome<KeptAftercare, AftercareDecision> _ =
        documents.change(caseId, read -> decided(Optional.of(read), wish, by));
  }

  /** The mark is written where there was nothing too: somebody may be recording the first word. */
  @Override
  public void caseErased(String caseId) {
    WriteOutcome<KeptAftercare, AftercareDecision> _ =
        documents.put(caseId, read -> decided(read, new AftercareCommand.Erase(), BY));
  }

  /**
   * Erases what is kept beside a case that was erased where nobody knew this room: by an instance
   * of an older release, while both run.
   */
  @Override
  public void due(String id) {
    documents
        .find(id)
        .filter(read -> read.dueAt(clock.instant()).contains(LOOK_DUE))
        .ifPresent(this::look);
  }

  private void look(Guarded<KeptAftercare> read) {
    if (isErased.test(read.id())) {
      caseErased(read.id()); // upholds 7
      return;
    }
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    dues.put(LOOK_DUE, clock.instant().plus(EVERY)); // upholds 1
    documents.note(read, read.state(), dues);
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    return documents
        .find(caseId)
        .filter(read -> read.state() instanceof Aftercare kept && !kept.equals(Aftercare.EMPTY))
        .isPresent();
  }

  /** What keeps a child hidden is never refused for size. */
  private static boolean isEssential(AftercareCommand wish) {
    return switch (wish) {
      case AftercareCommand.Withdraw _, AftercareCommand.WithdrawAll _, AftercareCommand.Erase _ ->
          true;
      case AftercareCommand.Say(SafeWord word) -> word.protects();
      case AftercareCommand.Hear(Hearing hearing) -> hearing.protects();
      case AftercareCommand.Tell _, AftercareCommand.Close _ -> false;
    };
  }

  private Edit<KeptAftercare> edit(Aftercare next, String by) {
    Instant look = clock.instant().plus(EVERY);
    return Edit.<KeptAftercare>of(next, by).withDues(Map.of(LOOK_DUE, look)); // upholds 7
  }

  private Decision<KeptAftercare, AftercareDecision> decided(
      Optional<Guarded<KeptAftercare>> read, AftercareCommand wish, String by) {
    KeptAftercare state = read.map(Guarded::state).orElse(Aftercare.EMPTY);
    AftercareDecision decided = AftercareDecisions.decide(state, wish);
    return switch (decided) {
      case AftercareDecision.Changed(Aftercare next) ->
          Decision.write(
              isEssential(wish) ? edit(next, by).asEssential() : edit(next, by), decided);
      case AftercareDecision.Changed(GoneAftercare next) -> {
        Instant now = clock.instant();
        yield Decision.write(
            Edit.<KeptAftercare>of(next, by)
                .withDues(Map.of(KeptHistory.FORGET_DUE, now)) // upholds 8
                .asEssential(),
            decided);
      }
      case AftercareDecision.Unchanged _,
          AftercareDecision.Refused _,
          AftercareDecision.NotTold _,
          AftercareDecision.NotClosed _ ->
          Decision.keep(decided);
    };
  }
}
