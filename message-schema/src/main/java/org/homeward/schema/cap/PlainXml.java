package org.homeward.schema.cap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads XML from strangers: nothing is fetched, no entity is declared, and comments are gone. */
public final class PlainXml {

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private PlainXml() {}

  /** A document is not XML, or declares a document type. */
  public static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable() {
      super("not XML without a document type");
    }
  }

  /** Comments are left out: no signature covers them. */
  public static Document read(byte[] document) throws Unreadable {
    try {
      return builder().parse(new InputSource(new ByteArrayInputStream(document)));
    } catch (SAXException | IOException e) {
      throw new Unreadable();
    }
  }

  /** A document of its own with a copy of this element. */
  static Document of(Element element) {
    Document own = builder().newDocument();
    own.appendChild(own.importNode(element, true));
    return own;
  }

  private static DocumentBuilder builder() {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setIgnoringComments(true);
      factory.setCoalescing(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null); // it would print to the standard error stream
      return builder;
    } catch (ParserConfigurationException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
