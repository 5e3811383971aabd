package org.homeward.intake.aftercare;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.recovery.Replay;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.rulings.ErasedBeside;

/** Carries out what people and the erasure of a case do after a find. */
final class ChangeAftercare implements ErasedBeside {

  static final String WITHDRAWN = "whereabouts.withdrawn.v1";

  private static final String BY = "intake";

  private final GuardedDocuments<KeptAftercare> documents;
  private final Clock clock;

  ChangeAftercare(GuardedDocuments<KeptAftercare> documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /** Empty where nobody has decided anything. */
  Aftercare of(LookAtCase.Seen seen) {
    return documents
        .find(seen.id())
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

  /**
   * After a restore; a copy as new as the line is left alone: it also knows who was told again.
   *
   * @param version that the document had when it was withdrawn
   * @return whether the claimant could be told until now
   */
  boolean withdrawAgain(
      String caseId, String child, String report, long version, Predicate<Guarded<?>> isOfTheCopy) {
    var withdrawn = new Telling.Withdrawn(null, Replay.BY, clock.instant());
    var wish = new AftercareCommand.Withdraw(child, report, withdrawn);
    WriteOutcome<KeptAftercare, AftercareDecision> outcome =
        documents.change(
            caseId,
            read ->
                isOfTheCopy.test(read) && read.version() >= version
                    ? Decision.keep(new AftercareDecision.Unchanged())
                    : decided(Optional.of(read), wish, Replay.BY));
    return outcome instanceof WriteOutcome.Written<KeptAftercare, AftercareDecision>;
  }

  /** The mark is written where there was nothing too: somebody may be recording the first word. */
  @Override
  public void caseErased(String caseId) {
    WriteOutcome<KeptAftercare, AftercareDecision> _ =
        documents.put(caseId, read -> decided(read, new AftercareCommand.Erase(), BY));
  }

  private Decision<KeptAftercare, AftercareDecision> decided(
      Optional<Guarded<KeptAftercare>> read, AftercareCommand wish, String by) {
    KeptAftercare state = read.map(Guarded::state).orElse(Aftercare.EMPTY);
    AftercareDecision decided = AftercareDecisions.decide(state, wish);
    return switch (decided) {
      case AftercareDecision.Changed(Aftercare next) ->
          Decision.write(
              wish instanceof AftercareCommand.Withdraw
                  ? Edit.<KeptAftercare>of(next, by, WITHDRAWN).asEssential()
                  : Edit.<KeptAftercare>of(next, by),
              decided);
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
