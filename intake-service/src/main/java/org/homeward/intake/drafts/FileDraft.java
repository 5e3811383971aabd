package org.homeward.intake.drafts;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.StoreFailure;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.intake.drafts.DraftCommand.Decided;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report of a draft, which then ends. The draft says first that it is being filed, so that
 * two people do not file it twice; after a crash the draft's alarm looks whether there is a report.
 */
public final class FileDraft implements AlarmHandler {

  private static final String BY = "intake";

  private final GuardedDocuments<KeptDraft> drafts;
  private final ChangeDraft changeDraft;
  private final FiledReports reports;
  private final Clock clock;

  FileDraft(
      GuardedDocuments<KeptDraft> drafts,
      ChangeDraft changeDraft,
      FiledReports reports,
      Clock clock) {
    this.drafts = drafts;
    this.changeDraft = changeDraft;
    this.reports = reports;
    this.clock = clock;
  }

  /** The report's own outcome, or why the draft was not filed. */
  public sealed interface Filed<T> {

    record Done<T>(T outcome) implements Filed<T> {}

    record NoSuchDraft<T>() implements Filed<T> {}

    record Gone<T>() implements Filed<T> {}

    record BeingFiled<T>() implements Filed<T> {}
  }

  /**
   * Files a draft.
   *
   * @param joins the case that the report joins; absent when it opens one
   * @param report makes the report; a repetition of the command makes no second one
   * @param caseOf the case that has the report; empty when it was refused
   */
  public <T> Filed<T> file(
      String draft,
      Command command,
      @Nullable String joins,
      String by,
      Supplier<T> report,
      Function<T, Optional<String>> caseOf) {
    var begin = new DraftCommand.BeginFiling(new Filing(command, joins, clock.instant()));
    return switch (changeDraft.change(draft, begin, by)) {
      case WriteOutcome.Absent<KeptDraft, Decided>() -> new Filed.NoSuchDraft<>();
      case WriteOutcome.Kept<KeptDraft, Decided>(var _, Decided.Refused(var why)) -> refused(why);
      case WriteOutcome.Kept<KeptDraft, Decided> _, WriteOutcome.Written<KeptDraft, Decided> _ ->
          new Filed.Done<>(made(draft, command, by, report, caseOf));
    };
  }

  private static <T> Filed<T> refused(DraftCommand.Refusal why) {
    return switch (why) {
      case NO_SUCH_DRAFT -> new Filed.NoSuchDraft<>();
      case DRAFT_GONE -> new Filed.Gone<>();
      case DRAFT_BEING_FILED -> new Filed.BeingFiled<>();
    };
  }

  private <T> T made(
      String draft,
      Command command,
      String by,
      Supplier<T> report,
      Function<T, Optional<String>> caseOf) {
    T outcome;
    try {
      outcome = report.get();
    } catch (StoreFailure.TooLarge | StoreCapacity.Full refused) {
      changeDraft.change(draft, new DraftCommand.GiveUpFiling(command), by);
      throw refused;
    }
    end(draft, command, caseOf.apply(outcome), by);
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
  }

  private void resolve(String id, KeptDraft state) {
    Filing filing = state instanceof Draft draft ? draft.filing() : null;
    if (filing != null && !clock.instant().isBefore(filing.due())) {
      end(id, filing.command(), reports.caseOf(filing.command(), filing.joins()), BY);
    }
  }
}
