package org.homeward.alert.web;

import java.net.URI;
import org.homeward.alert.feed.FeedItem;
import org.homeward.alert.feed.FeedPage;
import org.homeward.alert.feed.FeedWish;
import org.homeward.alert.feed.ItemText;
import org.homeward.durable.log.Cursor;

/** Pages and items of the feed, in either form, with their addresses. */
public final class FeedForms {

  private final AtomDocument atom;
  private final JsonDocument json;
  private final FeedAddress address;

  /**
   * @param feedId the feed's own UUID, the same for ever
   * @param phone the hotline's number, open day and night
   * @param gateway where the outside reaches this node: scheme, host and port, no path
   */
  public FeedForms(String feedId, String node, String phone, URI gateway) {
    this.address = new FeedAddress(gateway);
    var text = new ItemText(node, phone);
    this.atom = new AtomDocument(feedId, node, text, address);
    this.json = new JsonDocument(node, phone, text, address);
  }

  byte[] feed(Representation form, FeedPage page, boolean exercise, FeedWish wish) {
    String self =
        switch (wish) {
          case FeedWish.Newest(int limit) -> address.newest(limit);
          case FeedWish.After(Cursor place, int limit) -> address.after(place, limit);
        };
    String next = address.after(page.next(), wish.limit());
    return switch (form) {
      case ATOM -> atom.feed(page, exercise, self, next);
      case JSON -> json.feed(page, exercise, self, next);
    };
  }

  byte[] item(Representation form, FeedItem item) {
    return switch (form) {
      case ATOM -> atom.entry(item);
      case JSON -> json.entry(item);
    };
  }

  String restart(Cursor place, int limit) {
    return address.after(place, limit);
  }
}
