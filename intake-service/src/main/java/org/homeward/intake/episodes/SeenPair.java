package org.homeward.intake.episodes;

import org.homeward.intake.cases.LookAtCase;

/** The proof that this person may see both cases of two children whom she calls one. */
record SeenPair(Pair pair, boolean exercise) {

  /**
   * @param one the case of {@code child} as the person has looked at it
   * @param other the same of the other child
   */
  static SeenPair of(LookAtCase.Seen one, String child, LookAtCase.Seen other, String otherChild) {
    return new SeenPair(
        Pair.of(new EpisodeOf(one.id(), child), new EpisodeOf(other.id(), otherChild)),
        one.exercise());
  }
}
