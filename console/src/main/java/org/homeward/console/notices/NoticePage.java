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
   * @param photos that may be shown now
   */
  record Notice(
      String code,
      String reference,
      boolean exercise,
      String where,
      String until,
      String language,
      String title,
      List<String> paragraphs,
      List<Photo> photos) {

    static final Notice NONE = new Notice("", "", false, "", "", "", "", List.of(), List.of());

    Notice {
      paragraphs = List.copyOf(paragraphs);
      photos = List.copyOf(photos);
    }

    @Override
    public String toString() {
      return "Notice[" + reference + "]";
    }
  }

  /**
   * A picture of the notice.
   *
   * @param address of it without its size; by code and number, without a name
   * @param alternative for those who do not see it
   * @param says what was done to it, and when it was taken; empty when nobody says so
   */
  record Photo(String address, String alternative, List<String> says) {

    Photo {
      says = List.copyOf(says);
    }
  }
}
