package org.homeward.alert.orders.openpages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes active notices as an Atom feed: links and regions, no names, because readers of feeds keep
 * what they have read.
 */
final class NoticesFeed {

  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
  private static final String REGIONS = "urn:iso:std:iso:3166:-2";

  private final URI gateway;
  private final String node;

  /**
   * @param gateway where the outside reaches this node
   */
  NoticesFeed(URI gateway, String node) {
    this.gateway = gateway;
    this.node = node;
  }

  /** The same bytes whenever nothing is active: when the last one ended shows nowhere. */
  byte[] of(List<OpenNotice> notices) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = WRITERS.createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      element(xml, "id", "urn:homeward:" + node + ":notices");
      element(xml, "title", "116 000");
      Instant newest =
          notices.stream()
              .map(OpenNotice::since)
              .max(Comparator.naturalOrder())
              .orElse(Instant.EPOCH);
      element(xml, "updated", newest.toString());
      link(xml, "self", "/api/v1/public/feed");
      link(xml, "alternate", "/notices");
      xml.writeStartElement("author");
      element(xml, "name", "116 000 " + node);
      xml.writeEndElement();
      for (OpenNotice notice : notices) {
        entry(xml, notice);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return text.toString().getBytes(UTF_8);
  }

  private void entry(XMLStreamWriter xml, OpenNotice notice) throws XMLStreamException {
    List<String> regions = notice.area().regions();
    xml.writeStartElement("entry");
    element(xml, "id", "urn:homeward:" + node + ":notice:" + notice.code());
    String where = regions.isEmpty() ? notice.area().country() : String.join(", ", regions);
    element(xml, "title", "116 000: " + where);
    element(xml, "updated", notice.since().toString());
    link(xml, "alternate", "/n/" + notice.code());
    for (String region : regions.isEmpty() ? List.of(notice.area().country()) : regions) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", region);
      xml.writeAttribute("scheme", REGIONS);
    }
    xml.writeEndElement();
  }

  private void link(XMLStreamWriter xml, String rel, String path) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", gateway + path);
  }

  private static void element(XMLStreamWriter xml, String name, String content)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }
}
