package org.homeward.schema.cap;

import com.nimbusds.jose.JOSEException;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.cap.CapVerdict.Genuine;
import org.homeward.schema.cap.CapVerdict.Reason;
import org.homeward.schema.cap.CapVerdict.Refused;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Verifies CAP messages with keys that are known from elsewhere. A message may say which key it was
 * signed with; the key itself never comes from the message.
 */
public final class VerifyCap {

  private static final String SECURE = "org.jcp.xml.dsig.secureValidation";

  private final Function<String, Optional<Jwk>> keys;

  /**
   * @param keys the believed keys, by kid
   */
  public VerifyCap(Function<String, Optional<Jwk>> keys) {
    this.keys = keys;
  }

  /** A message as a document. */
  public CapVerdict verify(byte[] message) {
    try {
      return verify(PlainXml.read(message));
    } catch (PlainXml.Unreadable e) {
      return new Refused(Reason.NOT_XML);
    }
  }

  /** A message within another document, such as an entry of an Atom feed. */
  public CapVerdict verify(Element alert) {
    try {
      return verify(PlainXml.of(alert));
    } catch (PlainXml.Unreadable e) {
      return new Refused(Reason.NOT_XML);
    }
  }

  private CapVerdict verify(Document document) throws PlainXml.Unreadable {
    Element alert = document.getDocumentElement();
    if (!CapSignature.CAP.equals(alert.getNamespaceURI())
        || !CapSignature.ALERT.equals(alert.getLocalName())) {
      return new Refused(Reason.NOT_CAP);
    }
    NodeList all = alert.getElementsByTagNameNS(XMLSignature.XMLNS, CapSignature.SIGNATURE);
    if (all.getLength() == 0) {
      return new Refused(Reason.UNSIGNED);
    }
    if (all.getLength() > 1 || !all.item(0).equals(alert.getLastChild())) {
      return new Refused(Reason.OTHER_FORM);
    }
    Element signature = (Element) all.item(0);
    Optional<CapSignature> read = CapSignature.read(signature);
    if (read.isEmpty()) {
      return new Refused(Reason.OTHER_FORM);
    }
    String kid = read.get().kid();
    Optional<Jwk> key = keys.apply(kid);
    if (key.isEmpty()) {
      return new Refused(Reason.UNKNOWN_KEY, kid);
    }
    if (!holds(signature, key.get())) {
      return new Refused(Reason.WRONG, kid);
    }
    alert.removeChild(signature);
    return new Genuine(alert, kid);
  }

  private static boolean holds(Element signature, Jwk key) {
    try {
      var context = new DOMValidateContext(key.key().toECPublicKey(), signature);
      context.setProperty(SECURE, Boolean.TRUE);
      return XMLSignatureFactory.getInstance("DOM")
          .unmarshalXMLSignature(context)
          .validate(context);
    } catch (MarshalException | XMLSignatureException | JOSEException e) {
      return false;
    }
  }
}
