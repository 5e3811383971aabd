package org.homeward.intake.registers;

import java.util.ArrayList;
import java.util.List;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.snapshots.RegisterEntry;

/** The entries of a register that the data-protection officer has not looked at yet. */
final class CheckEntries<S extends RegisterEntry> {

  private final GuardedDocuments<EntryCopy<S>> copies;

  CheckEntries(GuardedDocuments<EntryCopy<S>> copies) {
    this.copies = copies;
  }

  List<EntryCopy<S>> open() {
    List<EntryCopy<S>> open = new ArrayList<>();
    copies.forEach(
        copy -> {
          if (copy.state().asksForCheck()) {
            open.add(copy.state());
          }
        });
    return open;
  }

  /** The answer tells whether there was something to do. */
  WriteOutcome.OfRequest<EntryCopy<S>, Boolean> done(String id, Command command, String by) {
    return copies.change(id, List.of(Check.once(command)), read -> decide(read, by));
  }

  private static <S extends RegisterEntry> Decision<EntryCopy<S>, Boolean> decide(
      Guarded<EntryCopy<S>> read, String by) {
    return read.state().asksForCheck()
        ? Decision.write(Edit.of(read.state().asChecked(), by), true)
        : Decision.keep(false);
  }
}
