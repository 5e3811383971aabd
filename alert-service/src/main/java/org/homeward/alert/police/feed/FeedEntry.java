package org.homeward.alert.police.feed;

import static java.util.Objects.requireNonNull;

import org.homeward.alert.police.desks.KnownDesk;
import org.homeward.alert.police.notices.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the feed's log: it says that a notice changed, or was taken back from one desk or one
 * of its people, and holds no content.
 *
 * @param exercise lets a page skip what the desk does not get anyway
 * @param withdrawnFrom the desk, or its person, that alone sees this place; null for a change,
 *     which all may see
 */
record FeedEntry(long n, String notice, boolean exercise, @Nullable String withdrawnFrom) {

  FeedEntry {
    requireNonNull(notice, "notice");
  }

  /** A notice changed. */
  static FeedEntry changed(long n, String notice, boolean exercise) {
    return new FeedEntry(n, notice, exercise, null);
  }

  /** A place that is about no notice: after a restore there is one. */
  static FeedEntry withoutNotice(long n) {
    return new FeedEntry(n, "", false, null);
  }

  boolean isWithdrawal() {
    return withdrawnFrom != null;
  }

  boolean isAbout(KnownDesk desk) {
    boolean ofAnother = withdrawnFrom != null && !isFor(desk, withdrawnFrom);
    if (ofAnother) return false; // upholds 6
    return exercise == desk.exercise() && !notice.isEmpty();
  }

  private static boolean isFor(KnownDesk desk, String from) {
    return from.equals(desk.desk())
        || (desk.person() != null && from.equals(Withdrawal.from(desk.desk(), desk.person())));
  }

  /** A thing that a page shows once: a notice, or its withdrawal. */
  String shownAs() {
    return isWithdrawal() ? notice + "/withdrawn" : notice;
  }
}
