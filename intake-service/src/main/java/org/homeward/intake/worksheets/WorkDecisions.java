package org.homeward.intake.worksheets;

import java.time.Instant;
import java.util.Optional;
import org.homeward.intake.worksheets.WorkCommand.Answer;
import org.homeward.intake.worksheets.WorkCommand.Answered;
import org.homeward.intake.worksheets.WorkCommand.Await;
import org.homeward.intake.worksheets.WorkCommand.Check;
import org.homeward.intake.worksheets.WorkCommand.EndReview;
import org.homeward.intake.worksheets.WorkCommand.Erase;
import org.homeward.intake.worksheets.WorkCommand.Finish;
import org.homeward.intake.worksheets.WorkCommand.HandItem;
import org.homeward.intake.worksheets.WorkCommand.HandTask;
import org.homeward.intake.worksheets.WorkCommand.NextDate;
import org.homeward.intake.worksheets.WorkCommand.Review;
import org.homeward.intake.worksheets.WorkCommand.RingIfDue;
import org.homeward.intake.worksheets.WorkCommand.SetItem;
import org.homeward.intake.worksheets.WorkCommand.Want;
import org.homeward.intake.worksheets.WorkCommand.Write;
import org.homeward.intake.worksheets.WorkDecision.Refusal;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a worksheet. */
final class WorkDecisions {

  private WorkDecisions() {}

  /**
   * A refusal leaves the sheet as it is.
   *
   * @param state an empty sheet where there is none yet
   */
  static WorkDecision decide(KeptSheet state, WorkCommand wish, Instant now) {
    return switch (state) {
      case Worksheet sheet -> decide(sheet, wish, now);
      case GoneSheet _ ->
          switch (wish) {
            case Write _, SetItem _, Finish _, HandItem _, HandTask _, NextDate _ ->
                new WorkDecision.Refused(Refusal.CASE_ERASED);
            case Check _,
                Want _,
                Answer _,
                Await _,
                Answered _,
                Review _,
                EndReview _,
                RingIfDue _,
                Erase _ ->
                new WorkDecision.Unchanged();
          };
    };
  }

  private static WorkDecision decide(Worksheet sheet, WorkCommand wish, Instant now) {
    return switch (wish) {
      case Write(Note note) -> new WorkDecision.Changed(sheet.noting(note));
      case SetItem(WorkItem item) -> new WorkDecision.Changed(sheet.setting(item));
      case Check(WorkItem item) ->
          sheet.items().stream().anyMatch(there -> there.asksAlready(item))
              ? new WorkDecision.Unchanged()
              : new WorkDecision.Changed(sheet.setting(item));
      case Want want -> changed(sheet, Checklist.asWanted(sheet, want, now));
      case Answer(WorkItem.Check check, String by) ->
          changed(sheet, sheet.withItems(item -> item.is(check) ? done(item, by, now) : item));
      case Await(WorkItem item) ->
          sheet.item(item.id()).isPresent()
              ? new WorkDecision.Unchanged()
              : new WorkDecision.Changed(sheet.setting(item));
      case Answered(String id, String by) ->
          changed(sheet, sheet.withItem(id, item -> done(item, by, now)));
      case Review(WorkItem item) ->
          sheet.items().stream().anyMatch(there -> there.isReviewAfter(item))
              ? new WorkDecision.Unchanged()
              : new WorkDecision.Changed(sheet.reviewing(Optional.of(item)));
      case EndReview() -> changed(sheet, sheet.reviewing(Optional.empty()));
      case Finish finish -> finish(sheet, finish, now);
      case HandItem(String id, String owner) ->
          sheet
              .item(id)
              .map(item -> hand(sheet, item, owner))
              .orElse(new WorkDecision.Refused(Refusal.NO_SUCH_ITEM));
      case HandTask(String task, String owner, var standing) ->
          standing.contains(task)
              ? changed(sheet, sheet.owning(task, owner, standing))
              : new WorkDecision.Refused(Refusal.NO_SUCH_ITEM);
      case NextDate(String id, Instant due) ->
          sheet
              .item(id)
              .map(item -> next(sheet, item, due))
              .orElse(new WorkDecision.Refused(Refusal.NO_SUCH_ITEM));
      case RingIfDue() ->
          changed(sheet, sheet.withItems(item -> item.isToRing(now) ? item.rung(now) : item));
      case Erase() -> new WorkDecision.Changed(GoneSheet.ERASED);
    };
  }

  private static WorkItem done(WorkItem item, String by, Instant now) {
    return item.isOpen()
        ? item.finished(new WorkItem.Done(WorkItem.How.DONE, by, now, null))
        : item;
  }

  private static WorkDecision finish(Worksheet sheet, Finish finish, Instant now) {
    WorkItem item = sheet.item(finish.item()).orElse(null);
    if (item == null) {
      return new WorkDecision.Refused(Refusal.NO_SUCH_ITEM);
    }
    if (!finish.how().fits(item.kind())) {
      return new WorkDecision.Refused(Refusal.NOT_SO_DONE);
    }
    WorkItem.Done done = item.done();
    if (done != null) {
      return done.how() == finish.how()
          ? new WorkDecision.Unchanged()
          : new WorkDecision.Refused(Refusal.ITEM_DONE);
    }
    var how = new WorkItem.Done(finish.how(), finish.by(), now, finish.reason());
    return new WorkDecision.Changed(
        Checklist.with(sheet.withItem(item.id(), it -> it.finished(how)), finish.then()));
  }

  private static WorkDecision hand(Worksheet sheet, WorkItem item, @Nullable String owner) {
    return item.isOpen()
        ? changed(sheet, sheet.withItem(item.id(), it -> it.ownedBy(owner)))
        : new WorkDecision.Refused(Refusal.ITEM_DONE);
  }

  private static WorkDecision next(Worksheet sheet, WorkItem item, Instant due) {
    if (item.kind() != WorkItem.Kind.AFTERCARE) {
      return new WorkDecision.Refused(Refusal.HAS_NO_NEXT);
    }
    return item.isOpen()
        ? changed(sheet, sheet.withItem(item.id(), it -> it.next(due)))
        : new WorkDecision.Refused(Refusal.ITEM_DONE);
  }

  private static WorkDecision changed(Worksheet before, Worksheet next) {
    return next.equals(before) ? new WorkDecision.Unchanged() : new WorkDecision.Changed(next);
  }
}
