package org.homeward.alert.orders.preview;

import static java.util.Objects.requireNonNull;

/** What is said when an alert is over: never that, how or where a child was found. */
public record EndText(String subject, String text) {

  public EndText {
    requireNonNull(subject, "subject");
    requireNonNull(text, "text");
  }
}
