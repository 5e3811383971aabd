package org.homeward.intake.screening;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What somebody answered about one indicator.
 *
 * @param indicator its code
 * @param saidBy null where nobody was asked
 * @param note in the words of the person who screens
 */
record Answered(String indicator, Reply answer, @Nullable SaidBy saidBy, @Nullable String note) {

  Answered {
    requireNonNull(indicator, "indicator");
    requireNonNull(answer, "answer");
    boolean isAsked = answer != Reply.NOT_ASKED;
    boolean hasSource = saidBy != null;
    if (isAsked != hasSource) {
      throw new IllegalArgumentException("saidBy: an answer has somebody who gave it");
    }
  }

  @Override
  public String toString() {
    return "Answered[" + indicator + "]";
  }
}
