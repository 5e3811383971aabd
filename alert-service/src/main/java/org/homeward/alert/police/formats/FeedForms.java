package org.homeward.alert.police.formats;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.homeward.durable.log.Cursor;

/** Pages and items of the feed, in each form (JSON, Atom, CAP), with their addresses. */
public final class FeedForms {

  private final AtomDocument atom;
  private final JsonDocument json;
  private final CapDocument cap;
  private final ItemText text;
  private final FeedAddress address;
  private final String wording;

  /**
   * @param feedId the feed's own UUID, the same for ever
   * @param phone the hotline's number, open day and night
   * @param gateway where the outside reaches this node: scheme, host and port, no path
   * @param capSender who sends CAP messages, the same for ever
   */
  public FeedForms(String feedId, String node, String phone, URI gateway, String capSender) {
    this.address = new FeedAddress(gateway);
    this.text = new ItemText(phone);
    this.cap = new CapDocument(node, phone, capSender, address);
    this.atom = new AtomDocument(feedId, node, text, address, cap);
    this.json = new JsonDocument(node, phone, text, address);
    String release = FeedForms.class.getPackage().getImplementationVersion();
    this.wording = String.join("\n", String.valueOf(release), node, phone, gateway + "", capSender);
  }

  /** Settings outside the feed on which the bytes depend. */
  public String wording() {
    return wording;
  }

  public byte[] feed(Representation form, FeedPage page, boolean exercise, FeedWish wish) {
    return switch (form) {
      case ATOM -> atom.feed(page, exercise, wish, false);
      case CAP -> atom.feed(page, exercise, wish, true);
      case JSON -> json.feed(page, exercise, wish);
    };
  }

  /** Empty when there is no CAP message of it. */
  public Optional<byte[]> item(Representation form, FeedItem item) {
    return switch (form) {
      case ATOM -> Optional.of(atom.entry(item));
      case JSON -> Optional.of(json.entry(item));
      case CAP -> CapMessage.of(item, text).map(cap::document);
    };
  }

  /** One line of JSON: a notice at its place, as it stands on a page. */
  public String line(FeedPage.Placed item) {
    return JsonDocument.line(json.placed(item));
  }

  /** One line of JSON: where a reader stands who has this page, and what was last. */
  public String line(FeedPage page, Instant at) {
    return JsonDocument.line(json.standing(page, at));
  }

  public String restart(Cursor place, int limit) {
    return address.page(new FeedWish.After(place, limit));
  }
}
