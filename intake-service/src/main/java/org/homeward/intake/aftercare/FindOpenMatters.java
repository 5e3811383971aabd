package org.homeward.intake.aftercare;

import java.util.ArrayList;
import java.util.List;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.worksheets.OpenWork;

/** Finds what is still open about a case. */
final class FindOpenMatters {

  private final OpenWork openWork;
  private final Interviewed interviewed;

  FindOpenMatters(OpenWork openWork, Interviewed interviewed) {
    this.openWork = openWork;
    this.interviewed = interviewed;
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
    if (interviewed.spoken(seen.id()).isOpen()) {
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
