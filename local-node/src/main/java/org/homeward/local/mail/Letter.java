package org.homeward.local.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * A mail that arrived for one recipient.
 *
 * @param number in the order of arrival, never given twice
 * @param to the recipient of the envelope
 * @param answered false when the sender got no answer
 */
record Letter(
    long number,
    Instant at,
    String from,
    String to,
    String subject,
    String messageId,
    boolean answered,
    PackedText raw) {

  /** A whole address must be equal; a part of one must be in it. */
  boolean isTo(String wanted) {
    boolean whole = wanted.indexOf('@') > 0 && !wanted.endsWith("@");
    return whole ? to.equalsIgnoreCase(wanted) : contains(to, wanted);
  }

  boolean isAbout(String part) {
    return contains(subject, part);
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
