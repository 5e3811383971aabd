package org.homeward.schema.disclosure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.homeward.schema.facts.Basis;
import org.jspecify.annotations.Nullable;

/**
 * One look by one reader: opaque ids and codes only.
 *
 * @param subjects the ids of the answer
 * @param reader opaque id of the person or desk, where there is one
 * @param desk the desk that a person read for; absent when the reader is the desk, or has none
 */
public record AuditEntry(
    List<String> subjects,
    Verb verb,
    String role,
    @Nullable String reader,
    @Nullable String desk,
    Purpose purpose,
    Basis basis,
    Instant at) {

  /** A reader without a desk behind them. */
  public AuditEntry(
      List<String> subjects,
      Verb verb,
      String role,
      @Nullable String reader,
      Purpose purpose,
      Basis basis,
      Instant at) {
    this(subjects, verb, role, reader, null, purpose, basis, at);
  }

  public AuditEntry {
    subjects = List.copyOf(subjects);
    requireNonNull(verb, "verb");
    requireNonNull(role, "role");
    requireNonNull(purpose, "purpose");
    requireNonNull(basis, "basis");
    requireNonNull(at, "at");
  }

  /** The outcome of a look. */
  public enum Verb {
    DISCLOSED,
    WITHHELD
  }
}
