package org.homeward.intake.imports.rows;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that can mean several things; a person has to say which.
 *
 * @param choices as they would stand in the file; empty where nothing can be proposed
 */
public record RowQuestion(String pointer, String rule, List<String> choices) {

  public RowQuestion(String pointer, String rule, @Nullable List<String> choices) {
    this.pointer = requireNonNull(pointer, "pointer");
    this.rule = requireNonNull(rule, "rule");
    this.choices =
        choices == null ? List.of() : List.copyOf(choices); // stored without an empty list
  }

  @Override
  public String toString() {
    return "RowQuestion[" + rule + "]";
  }
}
