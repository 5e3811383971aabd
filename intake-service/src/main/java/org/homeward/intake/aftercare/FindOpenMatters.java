package org.homeward.intake.aftercare;

import java.util.ArrayList;
import java.util.List;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.worksheets.OpenWork;

/** Finds what is still open about a case. */
final class FindOpenMatters {

  private final OpenWork openWork;
  private final OpenInterviews openInterviews;

  FindOpenMatters(OpenWork openWork, OpenInterviews openInterviews) {
    this.openWork = openWork;
    this.openInterviews = openInterviews;
  }

  /** Empty when a person may close the case. */
  List<OpenMatter> of(LookAtCase.Seen seen) {
    List<OpenMatter> open = new ArrayList<>();
    if (!seen.hasEnded()) {
      open.add(new OpenMatter(OpenMatter.Matter.SEARCH, null));
    }
    if (seen.isOut()) {
      open.add(new OpenMatter(OpenMatter.Matter.OUT, null)); // upholds 4
    }
    if (openInterviews.isOpen(seen)) {
      open.add(new OpenMatter(OpenMatter.Matter.INTERVIEW, null));
    }
    seen.tasks()
        .forEach(task -> open.add(new OpenMatter(OpenMatter.Matter.TASK, task.kind().name())));
    openWork
        .of(seen)
        .forEach(item -> open.add(new OpenMatter(OpenMatter.Matter.WORK, item.kind())));
    return open;
  }
}
