package org.homeward.schema.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Copies;

/** An assessment of the danger the child is in, with its reasons. */
public record Risk(Code<RiskLevel> level, List<Code<RiskCriterion>> criteria) {

  public Risk {
    requireNonNull(level, "level");
    criteria = Copies.list(criteria);
  }

  public static Risk of(RiskLevel level, RiskCriterion... criteria) {
    return new Risk(Code.of(level), java.util.Arrays.stream(criteria).map(Code::of).toList());
  }

  @Override
  public String toString() {
    return "Risk[redacted]";
  }
}
