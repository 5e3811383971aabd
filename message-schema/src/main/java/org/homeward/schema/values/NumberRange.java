package org.homeward.schema.values;

/** A whole number known between two bounds, both included; equal when it is known exactly. */
public record NumberRange(int from, int to) {

  @Override
  public String toString() {
    return "NumberRange[redacted]";
  }
}
