package org.homeward.alert.police.documents;

import java.util.List;
import org.homeward.durable.log.Cursor;

/**
 * A part of the feed: each notice once, at its newest place in this part.
 *
 * @param recent the newest notices of the whole feed, newest first, so that a reader sees whether
 *     it missed one
 * @param head the newest place when it was read
 * @param next where a reader goes on who follows the feed
 * @param more whether there is something after {@code next} already
 */
public record FeedPage(
    List<Placed> items, List<Recent> recent, Cursor head, Cursor next, boolean more) {

  public FeedPage {
    items = List.copyOf(items);
    recent = List.copyOf(recent);
  }

  /** An item at its place. */
  public record Placed(long n, FeedItem item) {}

  /** A notice's id, edition and place. */
  public record Recent(String id, int edition, long n) {}
}
