package org.homeward.alert.police.formats;

import java.net.URI;
import org.homeward.durable.log.Cursor;

/** Where the outside reaches the feed and its items, through the gateway. */
public final class FeedAddress {

  public static final String FEED = "/api/v1/feeds/police";
  public static final String STREAM = FEED + "/stream";
  public static final String NOTICES = "/api/v1/notices";
  public static final String PHOTOS = NOTICES + "/{id}/photos/{photo}/";
  public static final String ACKNOWLEDGE = NOTICES + "/{id}/acknowledge";

  private final URI node;

  /**
   * @param node scheme, host and port, without a path
   */
  FeedAddress(URI node) {
    this.node = node;
  }

  String page(FeedWish wish) {
    String place =
        switch (wish) {
          case FeedWish.Newest _ -> "";
          case FeedWish.After(Cursor after, var _) -> "after=" + after + "&";
          case FeedWish.Before(Cursor before, var _) -> "before=" + before + "&";
          case FeedWish.UpTo(Cursor last, var _) -> "upto=" + last + "&";
        };
    return node + FEED + "?" + place + "limit=" + wish.limit();
  }

  /** The same for ever, whatever a client says it accepts: readers of CAP follow links. */
  String cap(String id) {
    return item(id) + "/cap";
  }

  /** Checked at each request against the notice as it stands then. */
  String photo(String notice, String photo, String size) {
    return item(notice) + "/photos/" + photo + "/" + size;
  }

  String item(String id) {
    return node + NOTICES + "/" + id;
  }
}
