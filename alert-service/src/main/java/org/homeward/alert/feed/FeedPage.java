package org.homeward.alert.feed;

import java.util.List;
import org.homeward.durable.log.Cursor;

/**
 * A part of the feed: each notice once, at its newest place in this part.
 *
 * @param head the newest place when it was read
 * @param next where a reader goes on who follows the feed
 * @param more whether there is something after {@code next} already
 */
public record FeedPage(List<Placed> items, Cursor head, Cursor next, boolean more) {

  public FeedPage {
    items = List.copyOf(items);
  }

  /** An item at its place. */
  public record Placed(long n, FeedItem item) {}
}
