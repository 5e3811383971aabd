package org.homeward.intake.aftercare;

import java.util.Set;
import org.homeward.schema.facts.Feared;

/** Knows what became of the interviews that were offered to the children of a case. */
@FunctionalInterface
public interface Interviewed {

  Spoken spoken(String caseId);

  /**
   * All of them together.
   *
   * @param isOpen whether an offer has no answer yet
   * @param answered how many have one
   * @param feared who is the danger that a child named; {@code OTHER} where it did not say who
   */
  record Spoken(boolean isOpen, int answered, Set<Feared> feared) {

    public Spoken {
      feared = Set.copyOf(feared);
    }
  }
}
