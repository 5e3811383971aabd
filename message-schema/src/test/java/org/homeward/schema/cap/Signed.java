package org.homeward.schema.cap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.homeward.schema.bridge.keys.HeldKey;

/** Messages with their signature, as text that a test can take apart. */
final class Signed {

  static final String MESSAGE =
      """
      <?xml version="1.0" encoding="UTF-8"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">\
      <identifier>3f2b8f0e.1</identifier><sender>police-feed@rs.homeward.invalid</sender>\
      <info><event>Missing child</event><description>Ана &amp; Đorđe &lt;9&gt; "кошуља"
      \tплава 🙂 ]]&gt;</description></info></alert>""";

  private Signed() {}

  static String of(HeldKey key) {
    return of(MESSAGE, key);
  }

  static String of(String message, HeldKey key) {
    return message.replace(
        "</alert>", signature(CapSignature.sign(message.getBytes(UTF_8), key)) + "</alert>");
  }

  static String signature(CapSignature signature) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      signature.write(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  /** The signature of a signed message. */
  static String signatureIn(String signed) {
    return signed.substring(signed.indexOf("<Signature "), signed.indexOf("</alert>"));
  }
}
