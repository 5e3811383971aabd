package org.homeward.alert.web;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.homeward.alert.feed.FeedItem;
import org.homeward.alert.feed.FeedPage;
import org.homeward.alert.feed.ItemText;

/** The feed and its items as Atom, RFC 4287. */
final class AtomDocument {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** The JDK's own, whatever else lies on the class path. */
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private final String feedId;
  private final String node;
  private final ItemText text;
  private final FeedAddress address;

  /**
   * @param feedId the feed's own UUID, the same for ever
   */
  AtomDocument(String feedId, String node, ItemText text, FeedAddress address) {
    this.feedId = feedId;
    this.node = node.toUpperCase(Locale.ROOT);
    this.text = text;
    this.address = address;
  }

  private interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  byte[] feed(FeedPage page, boolean exercise, String self, String next) {
    return document(
        xml -> {
          root(xml, "feed");
          element(xml, "id", "urn:uuid:" + feedId);
          element(xml, "title", title(exercise));
          element(xml, "updated", updated(page).toString());
          author(xml);
          link(xml, "self", self);
          link(xml, "next", next);
          for (FeedPage.Placed placed : page.items()) {
            xml.writeStartElement("entry");
            entry(xml, placed.item());
            xml.writeEndElement();
          }
          xml.writeEndElement();
        });
  }

  byte[] entry(FeedItem item) {
    return document(
        xml -> {
          root(xml, "entry");
          author(xml);
          entry(xml, item);
          xml.writeEndElement();
        });
  }

  private void entry(XMLStreamWriter xml, FeedItem item) throws XMLStreamException {
    element(xml, "id", "urn:uuid:" + item.id());
    element(xml, "title", text.title(item));
    element(xml, "updated", item.updated().toString());
    link(xml, "alternate", address.item(item.id()));
    xml.writeEmptyElement("category");
    xml.writeAttribute("scheme", "urn:homeward:notice-status");
    xml.writeAttribute("term", JsonDocument.status(item));
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(XmlText.safe(String.join("\n", text.lines(item))));
    xml.writeEndElement();
  }

  private String title(boolean exercise) {
    return (exercise ? "EXERCISE · " : "") + "Homeward " + node + " · police";
  }

  private void author(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("author");
    element(xml, "name", "Hotline 116 000 " + node);
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

  private static void element(XMLStreamWriter xml, String name, String content)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(XmlText.safe(content));
    xml.writeEndElement();
  }

  private static byte[] document(Content content) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = WRITERS.createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      content.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
