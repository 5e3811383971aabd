package org.homeward.schema.people;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/** Somebody the child may be with. */
public record Companion(
    Code<CompanionRelation> relation, @Nullable PersonName name, @Nullable Text description) {

  public Companion {
    requireNonNull(relation, "relation");
  }

  @Override
  public String toString() {
    return "Companion[redacted]";
  }
}
