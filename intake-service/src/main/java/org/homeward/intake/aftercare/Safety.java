package org.homeward.intake.aftercare;

import java.util.List;

/**
 * What is known of the safety of one child: the last word that counts.
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
   * By the words about one child, in order. Anybody's word hides where the child is; only one that
   * counts shows it again.
   */
  static Safety of(List<SafeWord> words) {
    Safety safety = NOT_KNOWN;
    for (SafeWord word : words) {
      safety = safety.after(word);
    }
    return safety;
  }

  private Safety after(SafeWord word) {
    Meeting meeting = word.meeting();
    if (meeting == null) {
      return new Safety(State.NOT_KNOWN, keepHidden);
    }
    if (!meeting.counts()) {
      return new Safety(state, keepHidden || word.keepHidden());
    }
    State now = word.finding() == SafeWord.Finding.SAFE ? State.SAFE : State.NOT_SAFE;
    return new Safety(now, word.keepHidden());
  }
}
