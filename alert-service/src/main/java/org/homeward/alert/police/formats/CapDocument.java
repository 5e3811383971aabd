package org.homeward.alert.police.formats;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.homeward.alert.police.notices.NoticePhoto;
import org.homeward.schema.cap.CapSignature;
import org.homeward.schema.facts.PhotoLabel;

/**
 * A message of the Common Alerting Protocol 1.2 as XML, in the order of its schema and in the
 * default namespace: some readers do not know prefixes.
 */
final class CapDocument {

  static final String TYPE = "application/cap+xml";

  /** CAP has no Z and no fractions. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'-00:00'").withZone(ZoneOffset.UTC);

  /** The size that is linked. */
  private static final String LARGE = "1600";

  /** Of a photo, by its id in the link. */
  private static final String SHA_256 = "urn:homeward:photo:sha-256:";

  private final String node;
  private final String phone;
  private final String sender;
  private final FeedAddress address;

  CapDocument(String node, String phone, String sender, FeedAddress address) {
    if (!sender.matches("[^\\s,<&]+")) {
      throw new IllegalArgumentException(
          "homeward.feed.cap-sender has a space, a comma, < or &, which CAP forbids");
    }
    this.node = node.toUpperCase(Locale.ROOT);
    this.phone = phone;
    this.sender = sender;
    this.address = address;
  }

  byte[] document(CapMessage message, SignMessage signing) {
    return Xml.document(xml -> write(xml, message, signing));
  }

  /**
   * The message where the writer stands, as a document or within one; no way leads out of here
   * without a signature.
   */
  void write(XMLStreamWriter xml, CapMessage message, SignMessage signing)
      throws XMLStreamException {
    byte[] alone = Xml.document(document -> write(document, message, Optional.empty()));
    write(xml, message, Optional.of(signing.sign(alone)));
  }

  private void write(XMLStreamWriter xml, CapMessage message, Optional<CapSignature> signature)
      throws XMLStreamException {
    xml.writeStartElement(CapSignature.ALERT);
    xml.writeDefaultNamespace(CapSignature.CAP);
    Xml.element(xml, "identifier", message.identifier());
    Xml.element(xml, "sender", sender);
    Xml.element(xml, "sent", time(message.sent()));
    Xml.element(xml, "status", message.exercise() ? "Exercise" : "Actual"); // upholds 9
    Xml.element(xml, "msgType", message.kind().code());
    Xml.element(xml, "scope", "Restricted");
    Xml.element(xml, "restriction", "Police desks of " + node + "; not to be passed on.");
    if (!message.note().isEmpty()) {
      Xml.element(xml, "note", message.note());
    }
    if (!message.references().isEmpty()) {
      Xml.element(xml, "references", references(message));
    }
    Xml.element(xml, "incidents", message.incident());
    for (CapMessage.InLanguage info : message.infos()) {
      info(xml, message, info);
    }
    if (signature.isPresent()) {
      signature.get().write(xml);
    }
    xml.writeEndElement();
  }

  private String references(CapMessage message) {
    return message.references().stream()
        .map(earlier -> sender + "," + earlier.identifier() + "," + time(earlier.sent()))
        .collect(Collectors.joining(" "));
  }

  private void info(XMLStreamWriter xml, CapMessage message, CapMessage.InLanguage info)
      throws XMLStreamException {
    xml.writeStartElement("info");
    Xml.element(xml, "language", info.language());
    for (String category : info.categories()) {
      Xml.element(xml, "category", category);
    }
    Xml.element(xml, "event", info.event());
    Xml.element(xml, "urgency", info.urgency());
    Xml.element(xml, "severity", info.severity());
    Xml.element(xml, "certainty", info.certainty());
    for (CapRating.EventCode code : info.eventCodes()) {
      xml.writeStartElement("eventCode");
      Xml.element(xml, "valueName", code.list());
      Xml.element(xml, "value", code.value());
      xml.writeEndElement();
    }
    Xml.element(xml, "effective", time(message.sent()));
    Xml.element(xml, "expires", time(message.expires()));
    Xml.element(xml, "senderName", "Hotline 116 000 " + node);
    Xml.element(xml, "headline", info.headline());
    Xml.element(xml, "description", info.description());
    if (info.instruction() != null) {
      Xml.element(xml, "instruction", info.instruction());
    }
    Xml.element(xml, "web", address.item(message.incident()));
    Xml.element(xml, "contact", "Hotline, day and night: " + phone);
    for (NoticePhoto photo : message.photos()) {
      digest(xml, photo);
    }
    for (NoticePhoto photo : message.photos()) {
      resource(xml, message.incident(), photo);
    }
    area(xml, info.area());
    xml.writeEndElement();
  }

  /** CAP's own {@code digest} is SHA-1, which proves nothing any more. */
  private static void digest(XMLStreamWriter xml, NoticePhoto photo) throws XMLStreamException {
    String digest = photo.digests().get(LARGE);
    if (digest != null) {
      xml.writeStartElement("parameter");
      Xml.element(xml, "valueName", SHA_256 + photo.id());
      Xml.element(xml, "value", digest);
      xml.writeEndElement();
    }
  }

  /** The link asks for a desk's key, and for what stands then. */
  private void resource(XMLStreamWriter xml, String notice, NoticePhoto photo)
      throws XMLStreamException {
    xml.writeStartElement("resource");
    Xml.element(xml, "resourceDesc", description(photo));
    Xml.element(xml, "mimeType", "image/jpeg");
    Xml.element(xml, "uri", address.photo(notice, photo.id(), LARGE));
    xml.writeEndElement();
  }

  private static String description(NoticePhoto photo) {
    String taken = photo.takenOn() == null ? "" : ", taken " + photo.takenOn().text();
    String label =
        photo.label().is(PhotoLabel.UNCHANGED)
            ? ""
            : ", " + photo.label().text().toLowerCase(Locale.ROOT);
    return "Photo of the child" + taken + label.replace('_', ' ');
  }

  private static void area(XMLStreamWriter xml, CapArea area) throws XMLStreamException {
    xml.writeStartElement("area");
    Xml.element(xml, "areaDesc", area.description());
    if (area.circle() != null) {
      Xml.element(xml, "circle", area.circle());
    }
    xml.writeEndElement();
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
