package org.homeward.schema.cap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The signature of one CAP message, as its last element: enveloped, over the whole message,
 * exclusive canonical XML without comments, SHA-256, ECDSA on P-256. It has this one form.
 *
 * @param kid the name of the key; which key that is, its reader knows from elsewhere
 * @param digest of the message without the signature, base64
 * @param value the signature, base64
 */
public record CapSignature(String kid, String digest, String value) {

  /** The element of a whole message. */
  public static final String ALERT = "alert";

  /** The namespace of CAP 1.2. */
  public static final String CAP = "urn:oasis:names:tc:emergency:cap:1.2";

  static final String SIGNATURE = "Signature";
  private static final String DSIG = XMLSignature.XMLNS;
  private static final String ECDSA_SHA_256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
  private static final int DIGEST_BYTES = 32;
  private static final int VALUE_BYTES = 64;
  private static final String ALGORITHM = "Algorithm";

  /**
   * Signs a message.
   *
   * @param message as it is written, but for the signature
   */
  public static CapSignature sign(byte[] message, HeldKey key) {
    if (key.use() != KeyUse.SIG) {
      throw new IllegalArgumentException("not a key to sign with");
    }
    try {
      Document document = PlainXml.read(message);
      var signature = XMLSignatureFactory.getInstance("DOM");
      Reference reference = reference(signature);
      XMLSignature made = signature.newXMLSignature(signedInfo(signature, reference), null);
      made.sign(new DOMSignContext(key.key().toECPrivateKey(), document.getDocumentElement()));
      return new CapSignature(
          key.kid(), text(reference.getDigestValue()), text(made.getSignatureValue().getValue()));
    } catch (PlainXml.Unreadable
        | GeneralSecurityException
        | JOSEException
        | MarshalException
        | XMLSignatureException e) {
      throw new IllegalStateException("a message was not signed");
    }
  }

  private static Reference reference(XMLSignatureFactory signature)
      throws GeneralSecurityException {
    return signature.newReference(
        "",
        signature.newDigestMethod(DigestMethod.SHA256, null),
        List.of(
            signature.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
            signature.newTransform(
                CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
        null,
        null);
  }

  private static SignedInfo signedInfo(XMLSignatureFactory signature, Reference reference)
      throws GeneralSecurityException {
    return signature.newSignedInfo(
        signature.newCanonicalizationMethod(
            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
        signature.newSignatureMethod(ECDSA_SHA_256, null),
        List.of(reference));
  }

  /** Writes it where the writer stands; in the message that is before the end of {@code alert}. */
  public void write(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement(SIGNATURE);
    xml.writeDefaultNamespace(DSIG);
    xml.writeStartElement("SignedInfo");
    method(xml, "CanonicalizationMethod", CanonicalizationMethod.EXCLUSIVE);
    method(xml, "SignatureMethod", ECDSA_SHA_256);
    xml.writeStartElement("Reference");
    xml.writeAttribute("URI", "");
    xml.writeStartElement("Transforms");
    method(xml, "Transform", Transform.ENVELOPED);
    method(xml, "Transform", CanonicalizationMethod.EXCLUSIVE);
    xml.writeEndElement();
    method(xml, "DigestMethod", DigestMethod.SHA256);
    element(xml, "DigestValue", digest);
    xml.writeEndElement();
    xml.writeEndElement();
    element(xml, "SignatureValue", value);
    xml.writeStartElement("KeyInfo");
    element(xml, "KeyName", kid);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void method(XMLStreamWriter xml, String name, String algorithm)
      throws XMLStreamException {
    xml.writeEmptyElement(name);
    xml.writeAttribute(ALGORITHM, algorithm);
  }

  private static void element(XMLStreamWriter xml, String name, String content)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  /**
   * Reads a signature that has exactly the form of {@link #write}: every other algorithm,
   * transform, reference, object and spelling is another form.
   */
  static Optional<CapSignature> read(Element signature) throws PlainXml.Unreadable {
    var read =
        new CapSignature(
            only(signature, "KeyName"),
            only(signature, "DigestValue"),
            only(signature, "SignatureValue"));
    boolean spelled =
        isSpelled(read.digest, DIGEST_BYTES)
            && isSpelled(read.value, VALUE_BYTES)
            && signature.isEqualNode(PlainXml.read(read.alone()).getDocumentElement());
    return spelled ? Optional.of(read) : Optional.empty();
  }

  private byte[] alone() {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      write(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return text.toString().getBytes(UTF_8);
  }

  private static String only(Element signature, String name) {
    NodeList found = signature.getElementsByTagNameNS(DSIG, name);
    return found.getLength() == 1 ? found.item(0).getTextContent() : "";
  }

  /** Base64 has one spelling for these bytes: no line ends, no bits beside the last byte. */
  private static boolean isSpelled(String text, int length) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return bytes.length == length && text(bytes).equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
