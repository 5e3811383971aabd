package org.homeward.intake.endings;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Consumer;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.PendingChange;
import org.homeward.durable.publication.Drain;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.rulings.EndedBeside;
import org.homeward.schema.event.ChangeType;

/** Tells the rooms that keep something beside a case when its search has ended. */
final class EndBeside implements Drain<KeptCase> {

  private final Consumer<Consumer<EndedBeside>> rooms;

  /**
   * @param rooms calls its argument with each of them
   */
  EndBeside(Consumer<Consumer<EndedBeside>> rooms) {
    this.rooms = rooms;
  }

  @Override
  public void drain(Guarded<KeptCase> document) {
    if (document.state() instanceof Case live && live.standing() == Case.Standing.ENDED) {
      document.pending().stream()
          .filter(change -> change.type().equals(ChangeType.CASE_ENDED.text()))
          .map(PendingChange::at)
          .max(Comparator.naturalOrder())
          .ifPresent(at -> tell(document.id(), at));
    }
  }

  private void tell(String caseId, Instant at) {
    rooms.accept(each -> each.caseEnded(caseId, at)); // upholds 8
  }
}
