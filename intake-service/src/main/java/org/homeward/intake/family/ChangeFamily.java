package org.homeward.intake.family;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Command;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.rulings.ErasedBeside;
import org.homeward.intake.worksheets.AwaitCall;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what people do about a family. What follows (a task for a call that was promised, and
 * its end) is safe to repeat; the alarm of the document does what was left.
 */
final class ChangeFamily implements AlarmHandler, ErasedBeside {

  static final String SETTLE_DUE = "settle";

  private static final String BY = "intake";

  /** Longer than a request that sets the task itself can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  /** A case may be erased where nobody knew this room. */
  private static final Duration EVERY = Duration.ofDays(1);

  private final GuardedDocuments<KeptFamily> documents;
  private final AwaitCall awaitCall;
  private final Predicate<String> isErased;
  private final DerivedIds ids;
  private final Clock clock;

  /**
   * @param isErased whether the case of this id is
   */
  ChangeFamily(
      GuardedDocuments<KeptFamily> documents,
      AwaitCall awaitCall,
      Predicate<String> isErased,
      DerivedIds ids,
      Clock clock) {
    this.documents = documents;
    this.awaitCall = awaitCall;
    this.isErased = isErased;
    this.ids = ids;
    this.clock = clock;
  }

  /** The same for a repetition of the request. */
  String idOf(Command command) {
    return ids.of("family", command.id(), 0);
  }

  /** Empty where nobody is written down. */
  Family of(LookAtCase.Seen seen) {
    return documents
        .find(seen.id())
        .map(read -> read.state() instanceof Family it ? it : Family.EMPTY)
        .orElse(Family.EMPTY);
  }

  /**
   * @param seen the case as the person has looked at it
   */
  WriteOutcome.OfPuttingOnce<KeptFamily, FamilyDecision> change(
      LookAtCase.Seen seen, Command command, FamilyCommand wish) {
    WriteOutcome.OfPuttingOnce<KeptFamily, FamilyDecision> outcome =
        documents.put(seen.id(), command, read -> decided(read, wish, seen.person()));
    if (outcome instanceof WriteOutcome.Written<KeptFamily, FamilyDecision>(var made, var _)) {
      settle(made);
    }
    return outcome;
  }

  @Override
  public void due(String id) {
    documents
        .find(id)
        .filter(read -> read.dueAt(clock.instant()).contains(SETTLE_DUE))
        .ifPresent(this::look);
  }

  private void look(Guarded<KeptFamily> read) {
    if (isErased.test(read.id())) {
      caseErased(read.id()); // upholds 7
      return;
    }
    settle(read);
    Instant again = clock.instant().plus(EVERY);
    documents.note(read, read.state(), Map.of(SETTLE_DUE, again)); // upholds 1
  }

  /** Each promise is a task of its own, so that one that comes late opens none again. */
  private void settle(Guarded<KeptFamily> read) {
    if (!(read.state() instanceof Family family)) {
      return;
    }
    for (Contact contact : family.contacts()) {
      List<NextCall> calls = contact.calls();
      for (int i = 0; i < calls.size(); i++) {
        settle(read.id(), task(contact, i), calls.get(i));
      }
    }
  }

  private void settle(String caseId, String task, NextCall call) {
    if (call.stands()) {
      awaitCall.await(
          caseId,
          new AwaitCall.Promised(
              task, call.due(), call.owner(), call.setBy(), call.setAt())); // upholds 11
    } else {
      awaitCall.over(caseId, task, by(call.overBy()));
    }
  }

  private static String by(@Nullable String person) {
    return person == null ? BY : person;
  }

  private String task(Contact contact, int number) {
    return ids.of("family-call", contact.id(), number);
  }

  /** The mark is written where there was nothing too: somebody may be writing the first contact. */
  @Override
  public void caseErased(String caseId) {
    WriteOutcome<KeptFamily, FamilyDecision> _ =
        documents.put(caseId, read -> decided(read, new FamilyCommand.Erase(), BY));
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    return documents
        .find(caseId)
        .filter(read -> read.state() instanceof Family kept && !kept.contacts().isEmpty())
        .isPresent();
  }

  /** What a person must not learn, and what became of a call, is never refused for size. */
  private static boolean isEssential(FamilyCommand wish) {
    return switch (wish) {
      case FamilyCommand.KeepFrom _,
          FamilyCommand.Miss _,
          FamilyCommand.Settle _,
          FamilyCommand.End _,
          FamilyCommand.Erase _ ->
          true;
      case FamilyCommand.Add _,
          FamilyCommand.Renumber _,
          FamilyCommand.Promise _,
          FamilyCommand.Tell _ ->
          false;
    };
  }

  private Decision<KeptFamily, FamilyDecision> decided(
      Optional<Guarded<KeptFamily>> read, FamilyCommand wish, String by) {
    KeptFamily state = read.map(Guarded::state).orElse(Family.EMPTY);
    FamilyDecision decided = FamilyDecisions.decide(state, wish);
    Instant now = clock.instant();
    return switch (decided) {
      case FamilyDecision.Changed(Family next) -> {
        Edit<KeptFamily> edit =
            Edit.<KeptFamily>of(next, by).withDues(Map.of(SETTLE_DUE, now.plus(SETTLED)));
        yield Decision.write(isEssential(wish) ? edit.asEssential() : edit, decided);
      }
      case FamilyDecision.Changed(GoneFamily next) ->
          Decision.write(
              Edit.<KeptFamily>of(next, by)
                  .withDues(Map.of(KeptHistory.FORGET_DUE, now)) // upholds 8
                  .asEssential(),
              decided);
      case FamilyDecision.Unchanged _, FamilyDecision.Refused _, FamilyDecision.ToldNothing _ ->
          Decision.keep(decided);
    };
  }
}
