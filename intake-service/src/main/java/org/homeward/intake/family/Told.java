package org.homeward.intake.family;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.intake.family.words.FamilyText;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that was shown to a person to be read aloud to one contact. It is written down before
 * it is shown; without a word of what became of it, it counts as told.
 *
 * @param id opaque
 * @param sentence its code
 * @param edition of the list of sentences
 * @param by opaque id of the person who read it aloud
 * @param how what became of it; null while nobody has said
 */
record Told(
    String id,
    String sentence,
    int edition,
    FamilyText text,
    String by,
    Instant at,
    @Nullable How how) {

  /** What became of it. */
  enum How {
    TOLD,
    NOT_REACHED,
    /** It was another person who answered, and nothing was read aloud. */
    SOMEBODY_ELSE_ANSWERED
  }

  Told {
    requireNonNull(id, "id");
    requireNonNull(sentence, "sentence");
    requireNonNull(text, "text");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
  }

  boolean countsAsTold() {
    return how == null || how == How.TOLD;
  }

  Told ended(How now) {
    return new Told(id, sentence, edition, text, by, at, now);
  }
}
