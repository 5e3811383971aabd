package org.homeward.intake.worksheets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.rulings.Bell;
import org.homeward.intake.rulings.ErasedBeside;
import org.jspecify.annotations.Nullable;

/** Carries out what people, the time and the end of a case do to its worksheet. */
final class ChangeSheet
    implements AlarmHandler,
        ErasedBeside,
        AskOwner,
        KeepChecks,
        ReviewRisk,
        AnswerCheck,
        AwaitAnswer,
        AwaitCall,
        AwaitLook {

  private static final String BY = "intake";
  private static final String RING_DUE = "ring";
  private static final String CHANGED = "worksheet.changed.v1";

  private final GuardedDocuments<KeptSheet> sheets;
  private final Bell bell;
  private final Clock clock;

  ChangeSheet(GuardedDocuments<KeptSheet> sheets, Bell bell, Clock clock) {
    this.sheets = sheets;
    this.bell = bell;
    this.clock = clock;
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

  @Override
  public void ask(String caseId, String searchedBy) {
    var item = WorkItem.checkSearch(UUID.randomUUID().toString(), searchedBy, clock.instant());
    put(caseId, new WorkCommand.Check(item), BY);
  }

  @Override
  public void next(String caseId, Review review) {
    put(caseId, new WorkCommand.Review(WorkItem.reviewRisk(review)), review.owner());
  }

  @Override
  public void none(String caseId) {
    put(caseId, new WorkCommand.EndReview(), BY);
  }

  @Override
  public void done(String caseId, String code, String child, String by) {
    put(caseId, new WorkCommand.Answer(new WorkItem.Check(code, child), by), by);
  }

  @Override
  public void await(String caseId, Offer offer) {
    put(caseId, new WorkCommand.Await(WorkItem.interview(offer)), offer.offeredBy());
  }

  @Override
  public void answered(String caseId, String item, String by) {
    put(caseId, new WorkCommand.Answered(item, by), by);
  }

  @Override
  public void await(String caseId, Promised call) {
    put(caseId, new WorkCommand.Await(WorkItem.familyCall(call)), call.setBy());
  }

  @Override
  public void over(String caseId, String item, String by) {
    put(caseId, new WorkCommand.Answered(item, by), by);
  }

  @Override
  public void await(String caseId, Picture picture) {
    put(caseId, new WorkCommand.Await(WorkItem.childsPicture(picture)), picture.setBy());
  }

  @Override
  public void looked(String caseId, String item, String by) {
    put(caseId, new WorkCommand.Answered(item, by), by);
  }

  private void put(String caseId, WorkCommand wish, String by) {
    WriteOutcome<KeptSheet, WorkDecision> _ =
        sheets.put(
            caseId, read -> decided(read.map(it -> it.state()).orElse(Worksheet.EMPTY), wish, by));
  }

  @Override
  public void want(String caseId, List<Wanted> wanted, @Nullable String owner) {
    var wish = new WorkCommand.Want(wanted, owner);
    WriteOutcome<KeptSheet, WorkDecision> _ =
        sheets.put(
            caseId, read -> decided(read.map(it -> it.state()).orElse(Worksheet.EMPTY), wish, BY));
  }

  /** The mark is written where there was no sheet too: somebody may be writing the first note. */
  @Override
  public void caseErased(String caseId) {
    put(caseId, new WorkCommand.Erase(), BY);
  }

  @Override
  public boolean hasWorkOn(String caseId) {
    return sheets
        .find(caseId)
        .filter(
            read ->
                read.state() instanceof Worksheet sheet
                    && !(sheet.notes().isEmpty() && sheet.items().isEmpty()))
        .isPresent();
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

  /**
   * A CHECK_SEARCH task is not published as a change: otherwise the person who searched would learn
   * of the case. Neither is the offer of an interview, nor its answer: nobody outside the case is
   * to see when a child speaks; nor a call that the family was promised.
   */
  private Decision<KeptSheet, WorkDecision> decided(KeptSheet state, WorkCommand wish, String by) {
    Instant now = clock.instant();
    WorkDecision decided = WorkDecisions.decide(state, wish, now);
    return switch (decided) {
      case WorkDecision.Changed(Worksheet next) -> {
        Edit<KeptSheet> edit =
            (isQuiet(wish) ? Edit.<KeptSheet>of(next, by) : Edit.<KeptSheet>of(next, by, CHANGED))
                .withDues(dues(next));
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

  private static boolean isQuiet(WorkCommand wish) {
    return wish instanceof WorkCommand.Check
        || wish instanceof WorkCommand.Await
        || wish instanceof WorkCommand.Answered;
  }

  /** A full sheet still rings, and what is on it can be done and handed on. */
  private static boolean isEssential(WorkCommand wish) {
    return switch (wish) {
      case WorkCommand.Write _, WorkCommand.SetItem _ -> false;
      case WorkCommand.Check _,
          WorkCommand.Want _,
          WorkCommand.NextDate _,
          WorkCommand.Answer _,
          WorkCommand.Await _,
          WorkCommand.Answered _,
          WorkCommand.Review _,
          WorkCommand.EndReview _,
          WorkCommand.Finish _,
          WorkCommand.HandItem _,
          WorkCommand.HandTask _,
          WorkCommand.RingIfDue _,
          WorkCommand.Erase _ ->
          true;
    };
  }

  private static Map<String, Instant> dues(Worksheet sheet) {
    Map<String, Instant> dues = new TreeMap<>();
    sheet.items().stream()
        .filter(item -> item.isOpen() && item.rangAt() == null)
        .map(WorkItem::due)
        .min(Instant::compareTo)
        .ifPresent(first -> dues.put(RING_DUE, first)); // upholds 11
    return dues;
  }
}
