package org.homeward.intake.matching;

/**
 * The evidence of one field that two descriptions are, or are not, of one child.
 *
 * @param weight for it, or against it when it is below zero
 */
public record Compared(Field field, Level level, double weight) {

  /** How well they agree. */
  public enum Level {
    SAME,
    LIKE,
    DIFFERENT
  }
}
