package org.homeward.console.notices;

import java.util.List;

/**
 * The page of a code.
 *
 * @param state what is said of the code
 * @param notice what is active; {@link Notice#NONE} when nothing is
 */
record NoticePage(State state, Notice notice, NoticeSettings numbers) {

  /** The state that a reader is told; never why a code is not active. */
  enum State {
    ACTIVE,
    NONE,
    /** This reader's address has asked for many codes that are not active. */
    MANY,
    /** Nobody knows now, of any code. */
    AWAY
  }

  boolean isActive() {
    return state == State.ACTIVE;
  }

  /**
   * The approved text, in one language.
   *
   * @param language its tag
   * @param where its regions, in words
   * @param until in words
   */
  record Notice(
      String reference,
      boolean exercise,
      String where,
      String until,
      String language,
      String title,
      List<String> paragraphs) {

    static final Notice NONE = new Notice("", false, "", "", "", "", List.of());

    Notice {
      paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public String toString() {
      return "Notice[" + reference + "]";
    }
  }
}
