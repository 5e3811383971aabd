package org.homeward.intake.episodes;

/**
 * Two children of two cases, in the order of their ids.
 *
 * @param one the one with the lesser id
 */
record Pair(EpisodeOf one, EpisodeOf other) {

  Pair {
    if (one.child().compareTo(other.child()) >= 0 || one.caseId().equals(other.caseId())) {
      throw new IllegalArgumentException("two children of two cases, in order");
    }
  }

  /** Whether two can be one child: those of one case are two. */
  static boolean isPossible(EpisodeOf a, EpisodeOf b) {
    return !a.caseId().equals(b.caseId()) && !a.child().equals(b.child());
  }

  static Pair of(EpisodeOf a, EpisodeOf b) {
    return a.child().compareTo(b.child()) < 0 ? new Pair(a, b) : new Pair(b, a);
  }

  /** The link of both gets its id from this text. */
  String text() {
    return one.child() + "|" + other.child();
  }
}
