package org.homeward.alert.police.formats;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.homeward.durable.log.Cursor;

/** Pages and items of the feed, in each form (JSON, Atom, CAP), with their addresses. */
public final class FeedForms {

  private final AtomDocument atom;
  private final JsonDocument json;
  private final CapDocument cap;
  private final ItemText text;
  private final FeedAddress address;
  private final String wording;
  private final Supplier<Optional<SignMessage>> signing;

  /**
   * @param feedId the feed's own UUID, the same for ever
   * @param phone the hotline's number, open day and night
   * @param gateway where the outside reaches this node: scheme, host and port, no path
   * @param capSender who sends CAP messages, the same for ever
   * @param signing the key that signs CAP messages now; empty without one
   */
  public FeedForms(
      String feedId,
      String node,
      String phone,
      URI gateway,
      String capSender,
      Supplier<Optional<SignMessage>> signing) {
    this.signing = signing;
    this.address = new FeedAddress(gateway);
    this.text = new ItemText(phone);
    this.cap = new CapDocument(node, phone, capSender, address);
    this.atom = new AtomDocument(feedId, node, text, address, cap);
    this.json = new JsonDocument(node, phone, text, address);
    String release = FeedForms.class.getPackage().getImplementationVersion();
    this.wording = String.join("\n", String.valueOf(release), node, phone, gateway + "", capSender);
  }

  /** Empty for CAP while this node has no key: no message of it leaves without a signature. */
  public Optional<FeedForm> in(Representation form) {
    return switch (form) {
      case ATOM -> Optional.of(new InAtom());
      case JSON -> Optional.of(new InJson());
      case CAP -> signing.get().map(InCap::new);
    };
  }

  private final class InAtom implements FeedForm {

    @Override
    public Representation representation() {
      return Representation.ATOM;
    }

    @Override
    public String wording() {
      return wording;
    }

    @Override
    public byte[] feed(FeedPage page, boolean exercise, FeedWish wish) {
      return atom.feed(page, exercise, wish, Optional.empty());
    }

    @Override
    public Optional<byte[]> item(FeedItem item) {
      return Optional.of(atom.entry(item));
    }
  }

  private final class InJson implements FeedForm {

    @Override
    public Representation representation() {
      return Representation.JSON;
    }

    @Override
    public String wording() {
      return wording;
    }

    @Override
    public byte[] feed(FeedPage page, boolean exercise, FeedWish wish) {
      return json.feed(page, exercise, wish);
    }

    @Override
    public Optional<byte[]> item(FeedItem item) {
      return Optional.of(json.entry(item));
    }
  }

  /** With one key for all messages of an answer. */
  private final class InCap implements FeedForm {

    private final SignMessage key;

    private InCap(SignMessage key) {
      this.key = key;
    }

    @Override
    public Representation representation() {
      return Representation.CAP;
    }

    @Override
    public String wording() {
      return wording + "\n" + key.kid();
    }

    @Override
    public byte[] feed(FeedPage page, boolean exercise, FeedWish wish) {
      return atom.feed(page, exercise, wish, Optional.of(key));
    }

    @Override
    public Optional<byte[]> item(FeedItem item) {
      return CapMessage.of(item, text).map(message -> cap.document(message, key));
    }
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
