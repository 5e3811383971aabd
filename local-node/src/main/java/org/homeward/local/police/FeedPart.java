package org.homeward.local.police;

import java.util.List;

/**
 * A page of the feed.
 *
 * @param next the place after it; empty where a page has none
 * @param head the newest place of the whole feed
 * @param recent the newest notices of the whole feed, so that a reader sees whether it missed one
 */
record FeedPart(List<Entry> entries, String next, String head, List<Recent> recent) {

  FeedPart {
    entries = List.copyOf(entries);
    recent = List.copyOf(recent);
  }

  record Recent(String notice, int edition) {}

  /** The number within a place such as {@code 1a2b3c4d.17}. */
  static long number(String place) {
    return Long.parseLong(place.substring(place.lastIndexOf('.') + 1));
  }

  /** The place before the first entry of the same log. */
  static String beginning(String place) {
    return place.substring(0, place.lastIndexOf('.') + 1) + "0";
  }

  boolean isLast() {
    return next.isEmpty() || number(next) >= number(head);
  }
}
