package org.homeward.intake.worksheets;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person or the time does to a worksheet. */
sealed interface WorkCommand {

  record Write(Note note) implements WorkCommand {}

  record SetItem(WorkItem item) implements WorkCommand {}

  record Finish(String item, WorkItem.How how, String by) implements WorkCommand {}

  /**
   * Somebody takes it or hands it on.
   *
   * @param owner absent: anybody may take it
   */
  record HandItem(String item, @Nullable String owner) implements WorkCommand {}

  /**
   * The same of a task that the case itself has set.
   *
   * @param standing all tasks of the case that stand
   */
  record HandTask(String task, @Nullable String owner, Set<String> standing)
      implements WorkCommand {}

  record RingIfDue() implements WorkCommand {}

  /** The case is erased. */
  record Erase() implements WorkCommand {}

  /** What became of the sheet. */
  sealed interface WorkDecision {

    record Changed(KeptSheet next) implements WorkDecision {}

    record Unchanged() implements WorkDecision {}

    record Refused(Refusal why) implements WorkDecision {}
  }

  /** Why nothing becomes of a command. */
  enum Refusal {
    CASE_ERASED,
    NO_SUCH_ITEM,
    ITEM_DONE,
    NOT_SO_DONE
  }

  /**
   * The one function that says what a command does to a worksheet.
   *
   * @param state an empty sheet where there is none yet
   */
  static WorkDecision decide(KeptSheet state, WorkCommand wish, Instant now) {
    return switch (state) {
      case Worksheet sheet -> decide(sheet, wish, now);
      case GoneSheet _ ->
          switch (wish) {
            case Write _, SetItem _, Finish _, HandItem _, HandTask _ ->
                new WorkDecision.Refused(Refusal.CASE_ERASED); // upholds 7
            case RingIfDue _, Erase _ -> new WorkDecision.Unchanged();
          };
    };
  }

  private static WorkDecision decide(Worksheet sheet, WorkCommand wish, Instant now) {
    return switch (wish) {
      case Write(Note note) -> new WorkDecision.Changed(sheet.noting(note));
      case SetItem(WorkItem item) -> new WorkDecision.Changed(sheet.setting(item));
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
      case RingIfDue() ->
          changed(sheet, sheet.withItems(item -> item.isToRing(now) ? item.rung(now) : item));
      case Erase() -> new WorkDecision.Changed(GoneSheet.ERASED); // upholds 7
    };
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
    return new WorkDecision.Changed(
        sheet.withItem(item.id(), it -> it.finished(finish.how(), finish.by(), now)));
  }

  private static WorkDecision hand(Worksheet sheet, WorkItem item, @Nullable String owner) {
    return item.isOpen()
        ? changed(sheet, sheet.withItem(item.id(), it -> it.ownedBy(owner)))
        : new WorkDecision.Refused(Refusal.ITEM_DONE);
  }

  private static WorkDecision changed(Worksheet before, Worksheet next) {
    return next.equals(before) ? new WorkDecision.Unchanged() : new WorkDecision.Changed(next);
  }
}
