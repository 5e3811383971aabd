package org.homeward.intake.finding;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That somebody searched. The words are not kept.
 *
 * @param by opaque id of the person
 * @param call the call or draft for which it was; absent where it was for none
 * @param owed the cases that fit and were not shown, until their people are asked to compare
 */
record Lookup(String by, @Nullable String call, Instant at, Set<String> owed) {

  static final String BY = "by";

  Lookup {
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    owed = owed == null ? Set.of() : Set.copyOf(owed);
  }

  Lookup owingNothing() {
    return new Lookup(by, call, at, Set.of());
  }
}
