package org.homeward.alert.police.feed;

import static java.util.Objects.requireNonNull;

/**
 * An entry of the feed's log: it says that a notice changed, and holds no content.
 *
 * @param exercise lets a page skip what the desk does not get anyway
 */
record FeedEntry(long n, String notice, boolean exercise) {

  FeedEntry {
    requireNonNull(notice, "notice");
  }

  /** A place that is about no notice: after a restore there is one. */
  static FeedEntry withoutNotice(long n) {
    return new FeedEntry(n, "", false);
  }

  boolean isAbout(boolean exercises) {
    return exercise == exercises && !notice.isEmpty();
  }
}
