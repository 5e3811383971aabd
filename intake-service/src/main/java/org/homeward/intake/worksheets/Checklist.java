package org.homeward.intake.worksheets;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.intake.worksheets.KeepChecks.Wanted;
import org.homeward.intake.worksheets.WorkItem.Check;
import org.homeward.intake.worksheets.WorkItem.Done;
import org.homeward.intake.worksheets.WorkItem.How;

/** The items of a worksheet that rules have set. */
final class Checklist {

  /** The author of items, and of what the case has done by itself. */
  static final String BY = "intake";

  private Checklist() {}

  /** The sheet with what the rules ask for by now. */
  static Worksheet asWanted(Worksheet sheet, WorkCommand.Want want, Instant now) {
    Set<Check> checks = new HashSet<>();
    want.wanted().forEach(each -> checks.add(check(each)));
    Worksheet next = sheet.keeping(checks);
    for (Wanted each : want.wanted()) {
      Optional<WorkItem> last = next.last(check(each));
      next =
          last.isPresent()
              ? again(next, last.get(), each, want, now)
              : first(next, each, want, now);
    }
    return next;
  }

  private static Check check(Wanted wanted) {
    return new Check(wanted.code(), wanted.child());
  }

  /** Leaves out whatever the case has done before anybody was asked. */
  private static Worksheet first(
      Worksheet sheet, Wanted wanted, WorkCommand.Want want, Instant now) {
    Instant due = wanted.due();
    return due == null || wanted.done()
        ? sheet
        : sheet.setting(item(check(wanted), due, want, now));
  }

  private static Worksheet again(
      Worksheet sheet, WorkItem last, Wanted wanted, WorkCommand.Want want, Instant now) {
    Done done = last.done();
    if (done == null && wanted.done()) {
      return sheet.withItem(last.id(), it -> it.finished(new Done(How.DONE, BY, now, null)));
    }
    Instant due = wanted.due();
    if (done == null && due != null && wanted.once() && due.isBefore(last.due())) {
      return sheet.withItem(last.id(), it -> it.sooner(due));
    }
    boolean isUndone = done != null && done.by().equals(BY) && !wanted.done();
    return isUndone && due != null
        ? sheet.setting(item(check(wanted), now.plus(wanted.within()), want, now))
        : sheet;
  }

  private static WorkItem item(Check check, Instant due, WorkCommand.Want want, Instant now) {
    return WorkItem.check(UUID.randomUUID().toString(), check, due, want.owner(), BY, now);
  }

  /** The sheet with further items, unless they are open already. */
  static Worksheet with(Worksheet sheet, List<WorkItem> further) {
    Worksheet next = sheet;
    for (WorkItem each : further) {
      Optional<WorkItem> last = next.last(requireNonNull(each.check()));
      if (last.filter(WorkItem::isOpen).isEmpty()) {
        next = next.setting(each);
      }
    }
    return next;
  }
}
