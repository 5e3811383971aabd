package org.homeward.alert.police.formats;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.homeward.alert.police.notices.NoticePhoto;

/** The feed and its items as Atom, RFC 4287. */
final class AtomDocument {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** The namespace of what Atom has no element for. */
  private static final String OURS = "urn:homeward:feed";

  /** The size that a person looks at. */
  private static final String LARGE = "1600";

  private final String feedId;
  private final String node;
  private final ItemText text;
  private final FeedAddress address;
  private final CapDocument cap;

  /**
   * @param feedId the feed's own UUID, the same for ever
   */
  AtomDocument(String feedId, String node, ItemText text, FeedAddress address, CapDocument cap) {
    this.feedId = feedId;
    this.node = node.toUpperCase(Locale.ROOT);
    this.text = text;
    this.address = address;
    this.cap = cap;
  }

  /**
   * @param signing signs the CAP messages that the entries hold; empty for their words instead
   */
  byte[] feed(FeedPage page, boolean exercise, FeedWish wish, Optional<SignMessage> signing) {
    return Xml.document(
        xml -> {
          root(xml, "feed");
          Xml.element(xml, "id", "urn:uuid:" + feedId);
          Xml.element(xml, "title", title(exercise));
          Xml.element(xml, "updated", updated(page).toString());
          author(xml);
          link(xml, "self", address.page(wish));
          beside(xml, page.beside());
          standing(xml, page);
          for (FeedPage.Placed placed : page.items()) {
            xml.writeStartElement("entry");
            entry(xml, placed.item(), signing);
            xml.writeEndElement();
          }
          xml.writeEndElement();
        });
  }

  byte[] entry(FeedItem item) {
    return Xml.document(
        xml -> {
          root(xml, "entry");
          author(xml);
          entry(xml, item, Optional.empty());
          xml.writeEndElement();
        });
  }

  /** RFC 5005, paged feeds: {@code previous}, which others call {@code prev}. */
  private void beside(XMLStreamWriter xml, FeedPage.Beside beside) throws XMLStreamException {
    if (beside.next().isPresent()) {
      link(xml, "next", address.page(beside.next().get()));
    }
    if (beside.prev().isPresent()) {
      link(xml, "previous", address.page(beside.prev().get()));
      link(xml, "prev", address.page(beside.prev().get()));
    }
  }

  /** The newest place and what was last, as extensions that other readers pass over. */
  private static void standing(XMLStreamWriter xml, FeedPage page) throws XMLStreamException {
    xml.writeStartElement("h", "standing", OURS);
    xml.writeNamespace("h", OURS);
    xml.writeAttribute("head", page.head().toString());
    for (FeedPage.Recent last : page.recent()) {
      xml.writeEmptyElement("h", "recent", OURS);
      xml.writeAttribute("id", "urn:uuid:" + last.id());
      xml.writeAttribute("version", String.valueOf(last.edition()));
      xml.writeAttribute("n", String.valueOf(last.n()));
    }
    xml.writeEndElement();
  }

  private void entry(XMLStreamWriter xml, FeedItem item, Optional<SignMessage> signing)
      throws XMLStreamException {
    Xml.element(xml, "id", "urn:uuid:" + item.id());
    Xml.element(xml, "title", text.title(item));
    Xml.element(xml, "updated", item.updated().toString());
    Optional<CapMessage> message = CapMessage.of(item, text);
    boolean readable = !(item instanceof FeedItem.Withdrawn);
    if (message.isPresent() && readable) {
      xml.writeEmptyElement("link");
      xml.writeAttribute("rel", "alternate");
      xml.writeAttribute("type", CapDocument.TYPE);
      xml.writeAttribute("href", address.cap(item.id()));
    }
    if (readable) {
      link(xml, "alternate", address.item(item.id()));
    }
    if (item instanceof FeedItem.Active active) {
      for (NoticePhoto photo : active.photos()) {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", "related");
        xml.writeAttribute("type", "image/jpeg");
        xml.writeAttribute("href", address.photo(item.id(), photo.id(), LARGE));
      }
    }
    xml.writeEmptyElement("category");
    xml.writeAttribute("scheme", "urn:homeward:notice-status");
    xml.writeAttribute("term", JsonDocument.status(item));
    xml.writeStartElement("content");
    if (signing.isPresent() && message.isPresent()) {
      xml.writeAttribute("type", CapDocument.TYPE);
      cap.write(xml, message.get(), signing.get());
    } else {
      xml.writeAttribute("type", "text");
      xml.writeCharacters(XmlText.safe(String.join("\n", text.lines(item))));
    }
    xml.writeEndElement();
  }

  private String title(boolean exercise) {
    return (exercise ? "EXERCISE · " : "") + "Homeward " + node + " · police";
  }

  private void author(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("author");
    Xml.element(xml, "name", "Hotline 116 000 " + node);
    xml.writeEndElement();
  }

  /** An empty page has no time of its own, and must be the same whenever it is read. */
  private static Instant updated(FeedPage page) {
    return page.items().stream()
        .map(placed -> placed.item().updated())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static void root(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeDefaultNamespace(ATOM);
  }

  private static void link(XMLStreamWriter xml, String relation, String href)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", href);
  }
}
