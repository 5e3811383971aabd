package org.homeward.intake.risk;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One question of an assessment, with its answer.
 *
 * @param question its code
 * @param note in the words of the person who assesses
 * @param from the report that the answer comes from; null: the one that the assessment rests on
 * @param confidant whether it was said in confidence: then only confidants read it
 */
record Answered(
    String question,
    Reply answer,
    @Nullable String note,
    @Nullable String from,
    boolean confidant) {

  Answered {
    requireNonNull(question, "question");
    requireNonNull(answer, "answer");
  }

  @Override
  public String toString() {
    return "Answered[" + question + "]";
  }
}
