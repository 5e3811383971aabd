package org.homeward.console.police;

import java.util.List;

/**
 * The live list of a desk.
 *
 * @param desk the desk of the person; empty when she has none
 * @param connected whether the node lets this person read
 * @param items those in which a child is still missing first
 * @param older the place of the page of older ones; empty on the last one
 * @param first whether it is the page of the newest, which refreshes itself
 */
record PolicePage(String desk, boolean connected, List<Line> items, String older, boolean first) {

  PolicePage {
    items = List.copyOf(items);
  }

  /**
   * One item.
   *
   * @param title without a name, as the feed has it
   * @param reference what police call it on the telephone
   * @param status {@code ACTIVE}, {@code ENDED} or {@code TOMBSTONE}
   * @param updated in words
   * @param answer {@code SEEN}, {@code ACTING}, {@code NOT_OURS}, {@code NONE}; empty when it is
   *     over
   */
  record Line(
      String id,
      String title,
      String reference,
      String status,
      boolean exercise,
      String updated,
      String answer) {}
}
