package org.homeward.console.notices;

import java.util.List;

/**
 * All notices that are active.
 *
 * @param known whether this can be said now
 */
record NoticesPage(boolean known, List<Line> lines, NoticeSettings numbers) {

  NoticesPage {
    lines = List.copyOf(lines);
  }

  /**
   * One of them.
   *
   * @param where its regions, in words
   * @param language the tag of its title
   * @param until in words
   */
  record Line(String code, String where, String language, String title, String until) {}
}
