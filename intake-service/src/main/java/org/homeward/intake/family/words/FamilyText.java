package org.homeward.intake.family.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * The only thing that somebody of a family is told: an approved sentence, in the language of the
 * person. A sentence alone makes one, so that no fact of a case becomes such a text.
 */
public final class FamilyText {

  /** Beside the audiences of facts, none of which is this one. */
  public static final String AUDIENCE = "FAMILY";

  private final String language;
  private final String text;

  /** For a sentence, and for a stored text that a sentence has made. */
  @JsonCreator
  FamilyText(@JsonProperty("language") String language, @JsonProperty("text") String text) {
    this.language = language;
    this.text = text;
  }

  /** BCP 47. */
  @JsonProperty
  public String language() {
    return language;
  }

  /** To be read aloud as it stands. */
  @JsonProperty
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FamilyText that
        && language.equals(that.language)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(language, text);
  }

  @Override
  public String toString() {
    return "FamilyText[" + language + "]";
  }
}
