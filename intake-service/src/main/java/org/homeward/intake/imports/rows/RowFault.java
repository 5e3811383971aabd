package org.homeward.intake.imports.rows;

import static java.util.Objects.requireNonNull;

/**
 * A rule that a value of a row breaks, without the value.
 *
 * @param pointer into the row, as {@code /dob} or {@code /notes/1/text}, notes counted from 1
 * @param rule a stable code
 */
public record RowFault(String pointer, String rule) {

  public RowFault {
    requireNonNull(pointer, "pointer");
    requireNonNull(rule, "rule");
  }
}
