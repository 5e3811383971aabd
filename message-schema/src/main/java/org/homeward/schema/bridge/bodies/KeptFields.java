package org.homeward.schema.bridge.bodies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.values.Code;
import org.jspecify.annotations.Nullable;

/**
 * Fields a holder keeps on a basis of its own.
 *
 * @param fields names, such as {@code lastSeen} and {@code child.names}
 * @param until absent when the holder's law names no end
 */
public record KeptFields(List<String> fields, Code<Basis> basis, @Nullable Instant until) {

  public KeptFields {
    requireNonNull(basis, "basis");
    fields = fields == null ? List.of() : List.copyOf(fields);
  }
}
