package org.homeward.console.tips;

import java.util.List;

/**
 * The inbox.
 *
 * @param caseId the case whose tips they are; empty for all
 * @param next the place of the next page; empty on the last one
 * @param map those of the page that somebody has put on the map
 * @param done what has just been done, in words; empty when the page is only read
 */
record InboxPage(
    List<TipLine> tips, TipMap map, String next, String done, String caseId, String caseCode) {

  InboxPage {
    tips = List.copyOf(tips);
  }
}
