package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The words of an alert's end; they never tell that, how or where a child was found.
 *
 * @param wrongChild the text when the alert was about the wrong child; null in previews of earlier
 *     builds
 */
public record EndText(String subject, String text, @Nullable String wrongChild) {

  public EndText {
    requireNonNull(subject, "subject");
    requireNonNull(text, "text");
  }

  /** One that says the same of a wrong child. */
  public EndText(String subject, String text) {
    this(subject, text, null);
  }

  EndText named(String reference) {
    return new EndText(
        subject.replace(Part.ALERT, reference),
        text.replace(Part.ALERT, reference),
        wrongChild == null ? null : wrongChild.replace(Part.ALERT, reference));
  }

  /** As it is said when the alert was about the wrong child. */
  public EndText ofWrongChild() {
    return wrongChild == null ? this : new EndText(subject, wrongChild);
  }
}
