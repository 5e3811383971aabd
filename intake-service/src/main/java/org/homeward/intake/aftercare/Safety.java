package org.homeward.intake.aftercare;

import java.time.Instant;
import java.util.List;

/**
 * What is known of the safety of one child: the word that counts about the latest meeting.
 *
 * @param keepHidden whether a word says that nobody must be told where the child is
 */
record Safety(State state, boolean keepHidden) {

  static final Safety NOT_KNOWN = new Safety(State.NOT_KNOWN, false);

  /** Whether the child is safe. */
  enum State {
    SAFE,
    NOT_SAFE,
    NOT_KNOWN
  }

  /**
   * By the words about one child, in the order in which they were recorded. A word about an earlier
   * meeting, recorded late, takes no later one back; of two about one time the worse counts.
   * Anybody's word hides where the child is; only one that counts, and says so, shows it again.
   */
  static Safety of(List<SafeWord> words) {
    var known = new Known(NOT_KNOWN, Instant.MIN, Instant.MIN);
    for (SafeWord word : words) {
      known = known.after(word);
    }
    return known.safety();
  }

  /**
   * @param met the latest meeting of which a word counts
   * @param hidden the latest meeting after which somebody hid the child
   */
  private record Known(Safety safety, Instant met, Instant hidden) {

    private Known after(SafeWord word) {
      Meeting meeting = word.meeting();
      if (meeting == null) {
        return new Known(new Safety(State.NOT_KNOWN, safety.keepHidden), Instant.MIN, hidden);
      }
      boolean keepHidden = hides(word, meeting);
      Instant nowHidden =
          word.hiding() == SafeWord.Hiding.KEEP_HIDDEN ? later(hidden, meeting.at()) : hidden;
      return counts(word, meeting)
          ? new Known(new Safety(found(word), keepHidden), meeting.at(), nowHidden)
          : new Known(new Safety(safety.state, keepHidden), met, nowHidden);
    }

    private boolean hides(SafeWord word, Meeting meeting) {
      return switch (word.hiding()) {
        case KEEP_HIDDEN -> true;
        case NO_LONGER -> safety.keepHidden && !(meeting.counts() && meeting.at().isAfter(hidden));
        case null -> safety.keepHidden;
      };
    }

    private boolean counts(SafeWord word, Meeting meeting) {
      boolean isWorse = found(word) == State.NOT_SAFE || safety.state == State.NOT_KNOWN;
      return meeting.counts()
          && (meeting.at().isAfter(met) || (isWorse && meeting.at().equals(met)));
    }
  }

  private static State found(SafeWord word) {
    return word.finding() == SafeWord.Finding.SAFE ? State.SAFE : State.NOT_SAFE;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
