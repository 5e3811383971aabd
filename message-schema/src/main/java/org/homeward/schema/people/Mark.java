package org.homeward.schema.people;

import static java.util.Objects.requireNonNull;

import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.jspecify.annotations.Nullable;

/** A scar, tattoo or the like: coded parts for everybody, words for those who search. */
public record Mark(
    Code<MarkKind> kind, @Nullable Code<BodyPart> bodyPart, @Nullable Text description) {

  public Mark {
    requireNonNull(kind, "kind");
  }

  @Override
  public String toString() {
    return "Mark[redacted]";
  }
}
