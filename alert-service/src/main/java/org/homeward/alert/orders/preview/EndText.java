package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

/** The words of an alert's end; they never tell that, how or where a child was found. */
public record EndText(String subject, String text) {

  public EndText {
    requireNonNull(subject, "subject");
    requireNonNull(text, "text");
  }
}
