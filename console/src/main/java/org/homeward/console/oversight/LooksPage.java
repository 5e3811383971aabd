package org.homeward.console.oversight;

import java.util.List;

/**
 * The looks at a case, or the looks of a person.
 *
 * @param by {@code case} or {@code person}
 * @param id of it; empty before it is asked for
 * @param wrong what is wrong with it, in words; empty otherwise
 */
record LooksPage(String by, String id, String wrong, List<Trail> trails) {

  LooksPage {
    trails = List.copyOf(trails);
  }

  /**
   * The records of one service, newest first.
   *
   * @param answers whether the service said anything
   * @param older the place of the page of older ones; empty on the last one
   */
  record Trail(String service, boolean answers, List<Look> looks, String older) {

    Trail {
      looks = List.copyOf(looks);
    }
  }

  /**
   * One look.
   *
   * @param reader id of the person, desk or partner
   * @param who role and desk, in words
   * @param subjects ids of what was seen
   */
  record Look(
      String at, String verb, String reader, String who, String purpose, List<String> subjects) {

    Look {
      subjects = List.copyOf(subjects);
    }
  }
}
