package org.homeward.intake.imports.rows;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A value that can mean several things; a person has to say which.
 *
 * @param choices as they would stand in the file; empty where nothing can be proposed
 */
public record RowQuestion(String pointer, String rule, List<String> choices) {

  public RowQuestion {
    requireNonNull(pointer, "pointer");
    requireNonNull(rule, "rule");
    choices = List.copyOf(choices);
  }

  @Override
  public String toString() {
    return "RowQuestion[" + rule + "]";
  }
}
