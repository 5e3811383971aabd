package org.homeward.schema.people;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is written in one script.
 *
 * @param full the whole name as said
 * @param script ISO 15924, such as {@code Cyrl}
 */
public record PersonName(
    String full,
    @Nullable String given,
    @Nullable String family,
    String script,
    Code<NameKind> kind) {

  public PersonName {
    requireNonNull(full, "full");
    requireNonNull(script, "script");
    requireNonNull(kind, "kind");
  }

  @Override
  public String toString() {
    return "PersonName[redacted]";
  }
}
