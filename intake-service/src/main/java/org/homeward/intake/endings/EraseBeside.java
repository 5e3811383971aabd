package org.homeward.intake.endings;

import java.util.function.Consumer;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.publication.Drain;
import org.homeward.intake.cases.ErasedCase;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.rulings.ErasedBeside;
import org.homeward.schema.event.ChangeType;

/** Erases with a case what other rooms keep of it beside it. */
final class EraseBeside implements Drain<KeptCase> {

  private final Consumer<Consumer<ErasedBeside>> rooms;

  /**
   * @param rooms calls its argument with each of them
   */
  EraseBeside(Consumer<Consumer<ErasedBeside>> rooms) {
    this.rooms = rooms;
  }

  @Override
  public void drain(Guarded<KeptCase> document) {
    boolean isErased =
        document.state() instanceof ErasedCase
            && document.pending().stream()
                .anyMatch(change -> change.type().equals(ChangeType.CASE_ERASED.text()));
    if (isErased) {
      rooms.accept(each -> each.caseErased(document.id())); // upholds 7
    }
  }
}
