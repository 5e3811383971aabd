package org.homeward.intake.drafts;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.StoreFailure;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.store.StoreCapacity;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report of a draft, which then ends. The draft says first that it is being filed, so that
 * two people do not file it twice; after a crash the draft's alarm looks whether there is a report.
 */
public final class FileDraft implements AlarmHandler {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptDraft> drafts;
  private final ChangeDraft changeDraft;
  private final FindReport reports;
  private final Clock clock;

  FileDraft(
      GuardedDocuments<KeptDraft> drafts,
      ChangeDraft changeDraft,
      FindReport reports,
      Clock clock) {
    this.drafts = drafts;
    this.changeDraft = changeDraft;
    this.reports = reports;
    this.clock = clock;
  }

  /** The report's own outcome, or why the draft was not filed. */
  public sealed interface Filed<T> {

    record Done<T>(T outcome) implements Filed<T> {}

    record Refused<T>(DraftDecision.Refusal why) implements Filed<T> {}
  }

  /**
   * The request that files a draft.
   *
   * @param joins the case that the report joins; absent when it opens one
   * @param exercise whether the report is one of an exercise
   * @param seen the version whose words the report has; empty when the caller does not say
   */
  public record Request(
      Command command, @Nullable String joins, boolean exercise, OptionalLong seen) {}

  /**
   * Files a draft.
   *
   * @param report makes the report, given the people from whom the draft is kept; a repetition of
   *     the command makes no second one
   * @param caseOf the case that has the report; empty when it was refused
   */
  public <T> Filed<T> file(
      LookAtDraft.SeenDraft draft,
      Request request,
      Function<Set<String>, T> report,
      Function<T, Optional<String>> caseOf) {
    var filing = new Filing(request.command(), request.joins(), clock.instant());
    var begin = new DraftCommand.BeginFiling(filing, request.exercise(), request.seen());
    return switch (changeDraft.change(draft, OptionalLong.empty(), null, begin)) {
      case WriteOutcome.Kept(_, DraftDecision.Refused(var why)) -> new Filed.Refused<>(why);
      case WriteOutcome.Kept(var now, _) ->
          new Filed.Done<>(made(draft, request.command(), now.state().notTo(), report, caseOf));
      case WriteOutcome.Written(var now, _) ->
          new Filed.Done<>(made(draft, request.command(), now.state().notTo(), report, caseOf));
      case WriteOutcome.Absent<KeptDraft, DraftDecision> _,
          WriteOutcome.Repeated<KeptDraft, DraftDecision> _,
          WriteOutcome.Stale<KeptDraft, DraftDecision> _,
          WriteOutcome.KeyReused<KeptDraft, DraftDecision> _ ->
          new Filed.Refused<>(DraftDecision.Refusal.NO_SUCH_DRAFT);
    };
  }

  private <T> T made(
      LookAtDraft.SeenDraft draft,
      Command command,
      Set<String> notTo,
      Function<Set<String>, T> report,
      Function<T, Optional<String>> caseOf) {
    String by = draft.person();
    T outcome;
    try {
      outcome = report.apply(notTo);
    } catch (StoreFailure.TooLarge | StoreCapacity.Full | ProblemException refused) {
      changeDraft.change(draft.id(), new DraftCommand.GiveUpFiling(command), by);
      throw refused;
    }
    end(draft.id(), command, caseOf.apply(outcome), by);
    return outcome;
  }

  private void end(String draft, Command command, Optional<String> caseId, String by) {
    changeDraft.change(
        draft,
        caseId
            .<DraftCommand>map(id -> new DraftCommand.EndFiling(command, id))
            .orElseGet(() -> new DraftCommand.GiveUpFiling(command)),
        by);
  }

  /** Answers the dues of a draft; safe to repeat. */
  @Override
  public void due(String id) {
    drafts.find(id).ifPresent(found -> resolve(id, found.state()));
    changeDraft.change(id, new DraftCommand.RingIfDue(), BY);
    changeDraft.expireIfDue(id, BY);
  }

  private void resolve(String id, KeptDraft state) {
    Filing filing = state instanceof Draft draft ? draft.filing() : null;
    if (filing != null && !clock.instant().isBefore(filing.due())) {
      end(id, filing.command(), reports.caseOf(filing.command(), filing.joins()), BY);
    }
  }
}
