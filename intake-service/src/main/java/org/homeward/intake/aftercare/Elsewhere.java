package org.homeward.intake.aftercare;

import java.util.List;
import org.homeward.schema.facts.Says;

/**
 * What other episodes of one child say.
 *
 * @param state another one after each report, amendment and link
 */
record Elsewhere(List<Says> says, String state) {

  Elsewhere {
    says = List.copyOf(says);
  }

  @Override
  public String toString() {
    return "Elsewhere[redacted]";
  }
}
