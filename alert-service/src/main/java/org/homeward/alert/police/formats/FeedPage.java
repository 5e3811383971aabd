package org.homeward.alert.police.formats;

import java.util.List;
import java.util.Optional;
import org.homeward.durable.log.Cursor;

/**
 * A part of the feed: each notice once, at its newest place in this part.
 *
 * @param recent the newest notices of the whole feed, newest first, so that a reader sees whether
 *     it missed one
 * @param head the newest place when it was read
 * @param next where a reader goes on who follows the feed
 * @param more whether there is something after {@code next} already
 * @param beside the pages beside this one
 */
public record FeedPage(
    List<Placed> items,
    List<Recent> recent,
    Cursor head,
    Cursor next,
    boolean more,
    Beside beside) {

  public FeedPage {
    items = List.copyOf(items);
    recent = List.copyOf(recent);
  }

  /** An item at its place. */
  public record Placed(long n, FeedItem item) {}

  /** A notice's id, edition and place. */
  public record Recent(String id, int edition, long n) {}

  /**
   * The pages beside one, in its own direction: whoever follows either link to its end has seen
   * everything on that side.
   *
   * @param next the older ones of a page that begins with the newest, the newer ones of another
   * @param prev the way back
   */
  public record Beside(Optional<FeedWish> next, Optional<FeedWish> prev) {

    /** The same for a page that ends before this place. */
    public Beside before(long place, String epoch) {
      return new Beside(
          next.map(
              wish ->
                  switch (wish) {
                    case FeedWish.After(var _, int limit) ->
                        new FeedWish.After(new Cursor(epoch, place - 1), limit);
                    case FeedWish.Before(var _, int limit) ->
                        new FeedWish.Before(new Cursor(epoch, place + 1), limit);
                    case FeedWish.Newest newest -> newest;
                    case FeedWish.UpTo upTo -> upTo;
                  }),
          prev);
    }
  }
}
