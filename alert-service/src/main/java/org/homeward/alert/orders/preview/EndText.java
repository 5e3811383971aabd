package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The words of an alert's end; they never tell that, how or where a child was found.
 *
 * @param wrongChild the text when the alert was about the wrong child; null in previews of earlier
 *     builds
 * @param sms the text as a text message; null where none goes out
 * @param smsWrongChild the same when the alert was about the wrong child
 */
public record EndText(
    String subject,
    String text,
    @Nullable String wrongChild,
    @Nullable String sms,
    @Nullable String smsWrongChild) {

  public EndText {
    requireNonNull(subject, "subject");
    requireNonNull(text, "text");
  }

  /** One that says the same of a wrong child. */
  public EndText(String subject, String text) {
    this(subject, text, null, null, null);
  }

  /** One that goes out as no text message. */
  public EndText(String subject, String text, @Nullable String wrongChild) {
    this(subject, text, wrongChild, null, null);
  }

  EndText with(String sms, String smsWrongChild) {
    return new EndText(subject, text, wrongChild, sms, smsWrongChild);
  }

  EndText named(String reference) {
    return new EndText(
        subject.replace(Part.ALERT, reference),
        text.replace(Part.ALERT, reference),
        named(wrongChild, reference),
        named(sms, reference),
        named(smsWrongChild, reference));
  }

  private static @Nullable String named(@Nullable String said, String reference) {
    return said == null ? null : said.replace(Part.ALERT, reference);
  }

  /** As it is said when the alert was about the wrong child. */
  public EndText ofWrongChild() {
    return wrongChild == null ? this : new EndText(subject, wrongChild, null, smsWrongChild, null);
  }
}
