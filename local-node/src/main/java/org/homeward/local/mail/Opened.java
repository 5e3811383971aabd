package org.homeward.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The parsed content of a mail.
 *
 * @param headers decoded; values of one name are joined by newlines
 * @param text the plain part, empty where there is none
 * @param html the other part
 */
record Opened(Map<String, String> headers, String text, String html, String raw) {

  private static final Session SESSION = Session.getInstance(new Properties());

  static Opened of(Letter letter) {
    byte[] bytes = letter.raw().bytes();
    String raw = new String(bytes, StandardCharsets.UTF_8);
    try {
      var message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
      Map<String, String> headers = new LinkedHashMap<>();
      for (Header header : Collections.list(message.getAllHeaders())) {
        headers.merge(header.getName(), decoded(header.getValue()), (a, b) -> a + "\n" + b);
      }
      return new Opened(headers, part(message, "text/plain"), part(message, "text/html"), raw);
    } catch (MessagingException | IOException unreadable) {
      return new Opened(Map.of(), "", "", raw); // whoever wrote it sees what it is
    }
  }

  private static String decoded(String value) throws UnsupportedEncodingException {
    return MimeUtility.decodeText(MimeUtility.unfold(value));
  }

  /** The first part of this type. */
  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent() instanceof String text ? text : "";
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart one = parts.getBodyPart(i);
        String found = part(one, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
