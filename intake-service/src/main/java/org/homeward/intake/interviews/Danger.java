package org.homeward.intake.interviews;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.homeward.schema.facts.Feared;
import org.jspecify.annotations.Nullable;

/**
 * A danger that a child has named, in the words that the team needs to act: they become a report
 * that is held. The child's own words stay among the answers.
 *
 * @param feared who is the danger
 * @param filed the report; null until it is there
 */
record Danger(String text, List<Feared> feared, @Nullable Filed filed) {

  /** The report that says it, in this case or in one of its own. */
  record Filed(String caseId, String report) {

    Filed {
      requireNonNull(caseId, "caseId");
      requireNonNull(report, "report");
    }
  }

  Danger {
    requireNonNull(text, "text");
    feared = feared == null ? List.of() : List.copyOf(feared);
  }

  Danger filed(Filed where) {
    return new Danger(text, feared, where);
  }

  @Override
  public String toString() {
    return "Danger[redacted]";
  }
}
