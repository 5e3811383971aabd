package org.homeward.alert.police.formats;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML documents with the JDK's own writer, whatever else lies on the class path. */
final class Xml {

  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private Xml() {}

  interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  static byte[] document(Content content) {
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

  /** An element with text, whatever is in the text. */
  static void element(XMLStreamWriter xml, String name, String content) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(XmlText.safe(content));
    xml.writeEndElement();
  }
}
