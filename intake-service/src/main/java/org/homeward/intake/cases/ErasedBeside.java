package org.homeward.intake.cases;

import java.util.function.Consumer;
import org.homeward.durable.publication.Drain;
import org.homeward.schema.event.ChangeType;

/**
 * What another room keeps of a case, and erases with it. It is asked again until it has returned.
 */
@FunctionalInterface
public interface ErasedBeside {

  /** The case is a tombstone now; safe to repeat. */
  void caseErased(String caseId);

  /**
   * Erases what all rooms keep of each erased case.
   *
   * @param rooms calls its argument with each of them
   */
  static Drain<KeptCase> drain(Consumer<Consumer<ErasedBeside>> rooms) {
    return document -> {
      boolean isErased =
          document.state() instanceof ErasedCase
              && document.pending().stream()
                  .anyMatch(change -> change.type().equals(ChangeType.CASE_ERASED.text()));
      if (isErased) {
        rooms.accept(each -> each.caseErased(document.id())); // upholds 7
      }
    };
  }
}
