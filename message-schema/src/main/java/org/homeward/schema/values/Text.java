package org.homeward.schema.values;

import static java.util.Objects.requireNonNull;

/** Words of a person, with the language they are in (BCP 47). */
public record Text(String language, String text) {

  public Text {
    requireNonNull(language, "language");
    requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return "Text[redacted]";
  }
}
