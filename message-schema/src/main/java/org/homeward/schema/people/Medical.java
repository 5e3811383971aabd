package org.homeward.schema.people;

import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/**
 * The part of the child's health that a searcher must know, and no more.
 *
 * @param hoursTolerance how many hours the child can be without the medicine
 */
public record Medical(
    @Nullable Text condition, @Nullable Text medicine, @Nullable Integer hoursTolerance) {

  @Override
  public String toString() {
    return "Medical[redacted]";
  }
}
