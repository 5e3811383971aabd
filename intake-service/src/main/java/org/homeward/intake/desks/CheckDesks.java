package org.homeward.intake.desks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.homeward.durable.document.Check;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** The desks that the data-protection officer has not looked at yet. */
final class CheckDesks {

  private final GuardedDocuments<DeskCopy> desks;

  CheckDesks(GuardedDocuments<DeskCopy> desks) {
    this.desks = desks;
  }

  /** The longest waiting first. */
  List<DeskCopy> open() {
    List<DeskCopy> open = new ArrayList<>();
    desks.forEach(
        desk -> {
          if (desk.state().asksForCheck()) {
            open.add(desk.state());
          }
        });
    open.sort(Comparator.comparing(DeskCopy::since).thenComparing(desk -> desk.told().id()));
    return open;
  }

  /** The answer tells whether there was something to do. */
  WriteOutcome.OfRequest<DeskCopy, Boolean> done(String desk, Command command, String by) {
    return desks.change(desk, List.of(Check.once(command)), read -> decide(read, by));
  }

  private static Decision<DeskCopy, Boolean> decide(Guarded<DeskCopy> read, String by) {
    return read.state().asksForCheck()
        ? Decision.write(Edit.of(read.state().asChecked(), by), true)
        : Decision.keep(false);
  }
}
