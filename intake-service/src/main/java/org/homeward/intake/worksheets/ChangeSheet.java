package org.homeward.intake.worksheets;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.rulings.ErasedBeside;
import org.homeward.intake.worksheets.WorkCommand.WorkDecision;

/** Carries out what people, the time and the end of a case do to its worksheet. */
final class ChangeSheet implements AlarmHandler, ErasedBeside {

  private static final String BY = "intake";
  private static final String RING_DUE = "ring";

  private final GuardedDocuments<KeptSheet> sheets;
  private final Bell bell;
  private final Clock clock;

  ChangeSheet(GuardedDocuments<KeptSheet> sheets, Bell bell, Clock clock) {
    this.sheets = sheets;
    this.bell = bell;
    this.clock = clock;
  }

  /** Nobody has done in time what was to be done about a case. */
  @FunctionalInterface
  interface Bell {
    void ring(String caseId);
  }

  /**
   * @param seen the case as the person has looked at it
   */
  WriteOutcome.OfPuttingOnce<KeptSheet, WorkDecision> change(
      LookAtCase.Seen seen, Command command, WorkCommand wish) {
    return sheets.put(
        seen.id(),
        command,
        read -> decided(read.map(it -> it.state()).orElse(Worksheet.EMPTY), wish, seen.person()));
  }

  /** The mark is written where there was no sheet too: somebody may be writing the first note. */
  @Override
  public void caseErased(String caseId) {
    WriteOutcome<KeptSheet, WorkDecision> _ =
        sheets.put(
            caseId,
            read ->
                decided(
                    read.map(it -> it.state()).orElse(Worksheet.EMPTY),
                    new WorkCommand.Erase(),
                    BY));
  }

  /** Rings once for each item that nobody has done in time; the list shows it until it is done. */
  @Override
  public void due(String id) {
    boolean rings =
        sheets.change(id, read -> decided(read.state(), new WorkCommand.RingIfDue(), BY))
            instanceof WriteOutcome.Written<KeptSheet, WorkDecision>;
    if (rings) {
      bell.ring(id); // upholds 11
    }
  }

  private Decision<KeptSheet, WorkDecision> decided(KeptSheet state, WorkCommand wish, String by) {
    Instant now = clock.instant();
    WorkDecision decided = WorkCommand.decide(state, wish, now);
    return switch (decided) {
      case WorkDecision.Changed(Worksheet next) -> {
        Edit<KeptSheet> edit = Edit.<KeptSheet>of(next, by).withDues(dues(next));
        yield Decision.write(isEssential(wish) ? edit.asEssential() : edit, decided);
      }
      case WorkDecision.Changed(GoneSheet next) ->
          Decision.write(
              Edit.<KeptSheet>of(next, by)
                  .withDues(Map.of(KeptHistory.FORGET_DUE, now)) // upholds 8
                  .asEssential(),
              decided);
      case WorkDecision.Unchanged _, WorkDecision.Refused _ -> Decision.keep(decided);
    };
  }

  /** A full sheet still rings, and what is on it can be done and handed on. */
  private static boolean isEssential(WorkCommand wish) {
    return switch (wish) {
      case WorkCommand.Write _, WorkCommand.SetItem _ -> false;
      case WorkCommand.Finish _,
          WorkCommand.HandItem _,
          WorkCommand.HandTask _,
          WorkCommand.RingIfDue _,
          WorkCommand.Erase _ ->
          true;
    };
  }

  private static Map<String, Instant> dues(Worksheet sheet) {
    Map<String, Instant> dues = new TreeMap<>();
    sheet.open().stream()
        .filter(item -> item.rangAt() == null)
        .map(WorkItem::due)
        .min(Instant::compareTo)
        .ifPresent(first -> dues.put(RING_DUE, first)); // upholds 11
    return dues;
  }
}
