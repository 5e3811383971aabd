package org.homeward.intake.interviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.rulings.ErasedBeside;
import org.homeward.intake.worksheets.AnswerCheck;
import org.homeward.intake.worksheets.AwaitAnswer;
import org.homeward.schema.facts.Feared;

/**
 * Offers interviews, and records what became of them. What follows (a task waits for the answer,
 * the answer does it and the item of the checklist, a danger becomes a report) is safe to repeat;
 * the alarm of the interview does what was left.
 */
final class ChangeInterview implements AlarmHandler, ErasedBeside {

  static final String SETTLE_DUE = "settle";

  /** The item of the checklist that the child's answer does. */
  static final String CHECK = "RETURN_INTERVIEW";

  private static final String BY = "intake";

  /** Longer than the write of an erasure, and the first checklist of a find, can take. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  /** A checklist may come later than the answer, and an erasure where nobody knew this room. */
  private static final Duration EVERY = Duration.ofDays(1);

  /** A case that is full may take the danger once something has left. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final GuardedDocuments<KeptInterview> documents;
  private final Interviews interviews;
  private final GuardedDocuments<KeptCase> cases;
  private final FileDanger fileDanger;
  private final AnswerCheck answerCheck;
  private final AwaitAnswer awaitAnswer;
  private final BiFunction<String, String, Set<Feared>> feared;
  private final Clock clock;

  /**
   * @param feared by a child of a case, as rules find it
   */
  ChangeInterview(
      GuardedDocuments<KeptInterview> documents,
      Interviews interviews,
      GuardedDocuments<KeptCase> cases,
      FileDanger fileDanger,
      AnswerCheck answerCheck,
      AwaitAnswer awaitAnswer,
      BiFunction<String, String, Set<Feared>> feared,
      Clock clock) {
    this.documents = documents;
    this.interviews = interviews;
    this.cases = cases;
    this.fileDanger = fileDanger;
    this.answerCheck = answerCheck;
    this.awaitAnswer = awaitAnswer;
    this.feared = feared;
    this.clock = clock;
  }

  /** The interview that this request offered before. */
  Optional<WriteOutcome.OfRepetition<KeptInterview, String>> earlier(Command command) {
    return documents.repeated(command);
  }

  /** Of two offers at once one is first. */
  WriteOutcome.OfClaiming<KeptInterview, String> offer(
      LookAtCase.Seen seen,
      String child,
      int number,
      Interviewer interviewer,
      Instant due,
      Command command) {
    Instant now = clock.instant();
    var offered =
        new Interview(
            seen.id(), child, number, seen.exercise(), interviewer, seen.person(), now, due, null);
    WriteOutcome.OfClaiming<KeptInterview, String> outcome =
        documents.claim(
            interviews.id(seen.id(), child, number),
            Edit.<KeptInterview>of(offered, seen.person()).withDues(dues(now)),
            command,
            "offered");
    if (outcome instanceof WriteOutcome.Written<KeptInterview, String>(var made, var _)) {
      settle(made);
    }
    return outcome;
  }

  /** What the child said to the offer. */
  WriteOutcome.OfRequest<KeptInterview, InterviewDecision> end(
      LookAtCase.Seen seen, String id, Interview.End how, Command command) {
    List<Check<KeptInterview, InterviewDecision>> once = List.of(Check.once(command));
    WriteOutcome.OfRequest<KeptInterview, InterviewDecision> outcome =
        documents.change(
            id, once, read -> decided(InterviewDecision.ended(read.state(), how), seen.person()));
    if (outcome
        instanceof WriteOutcome.Written<KeptInterview, InterviewDecision>(var made, var _)) {
      settle(made);
    }
    return outcome;
  }

  private Map<String, Instant> dues(Instant now) {
    return Map.of(SETTLE_DUE, now.plus(SETTLED));
  }

  private Decision<KeptInterview, InterviewDecision> decided(InterviewDecision decided, String by) {
    return decided instanceof InterviewDecision.Changed(KeptInterview next)
        ? Decision.write(Edit.<KeptInterview>of(next, by).withDues(dues(clock.instant())), decided)
        : Decision.keep(decided);
  }

  @Override
  public void due(String id) {
    Instant now = clock.instant();
    documents
        .find(id)
        .filter(read -> read.dueAt(now).contains(SETTLE_DUE))
        .ifPresent(
            read -> {
              settle(read);
              rest(id);
            });
  }

  /** Each step has somebody who does it by a date; a report is made of a danger at once. */
  private void settle(Guarded<KeptInterview> read) {
    if (!(read.state() instanceof Interview it)) {
      return;
    }
    KeptCase of = cases.find(it.caseId()).map(Guarded::state).orElse(null);
    if (of instanceof ErasedCase) {
      erase(read.id()); // upholds 7
      return;
    }
    Interview.End end = it.end();
    if (end == null) {
      awaitAnswer.await( // upholds 11
          it.caseId(),
          new AwaitAnswer.Offer(read.id(), it.due(), it.owner(), it.offeredBy(), it.offeredAt()));
      return;
    }
    fileOrRing(read.id(), it, end);
    awaitAnswer.answered(it.caseId(), read.id(), end.by());
    boolean isInvolved =
        end.held()
            && of != null
            && it.interviewer().isInvolved(feared.apply(it.caseId(), it.child()), of.notTo());
    if (!isInvolved) { // upholds 6
      answerCheck.done(it.caseId(), CHECK, it.child(), end.by());
    }
  }

  /** A danger that no report says rings at once, as what nobody has done, until one does. */
  private void fileOrRing(String id, Interview it, Interview.End end) {
    Danger danger = it.unfiled();
    String task = interviews.dangerTask(id);
    if (danger != null) {
      Optional<Danger.Filed> where = fileDanger.file(id, it, danger, end.by());
      where.ifPresent(report -> filed(id, report));
      if (where.isEmpty() && !fileDanger.isOver(id)) {
        awaitAnswer.await( // upholds 11
            it.caseId(),
            new AwaitAnswer.Offer(task, clock.instant(), end.by(), end.by(), end.at()));
        return;
      }
    }
    if (end.danger() != null) {
      awaitAnswer.answered(it.caseId(), task, end.by());
    }
  }

  private void filed(String id, Danger.Filed where) {
    WriteOutcome<KeptInterview, InterviewDecision> _ =
        documents.change(id, read -> decided(InterviewDecision.filed(read.state(), where), BY));
  }

  /** A danger that no case has taken is tried again until one has; all else every day. */
  private void rest(String id) {
    documents
        .find(id)
        .filter(read -> read.state() instanceof Interview)
        .ifPresent(
            read -> {
              boolean isToDo =
                  read.state() instanceof Interview it
                      && it.unfiled() != null
                      && !fileDanger.isOver(id);
              Instant again = clock.instant().plus(isToDo ? AGAIN : EVERY);
              documents.note(read, read.state(), Map.of(SETTLE_DUE, again)); // upholds 1
            });
  }

  @Override
  public void caseErased(String caseId) {
    interviews.forEach(caseId, each -> erase(each.id())); // upholds 7
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    var found = new AtomicBoolean();
    interviews.forEach(
        caseId, each -> found.compareAndSet(false, each.state() instanceof Interview));
    return found.get();
  }

  private void erase(String id) {
    Instant now = clock.instant();
    WriteOutcome<KeptInterview, String> _ =
        documents.change(
            id,
            read ->
                read.state() instanceof GoneInterview
                    ? Decision.keep("gone")
                    : Decision.write(
                        Edit.<KeptInterview>of(GoneInterview.ERASED, BY)
                            .withDues( // upholds 8
                                Map.of(
                                    KeptHistory.FORGET_DUE,
                                    now,
                                    KeptHistory.GONE_DUE,
                                    now.plus(GoneInterview.KEPT)))
                            .asEssential(),
                        "erased"));
  }
}
