package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A message to one destination, in a form that every sender can carry.
 *
 * @param id the same for every repetition of this message
 * @param language of the text, as {@code sr}
 * @param references the ids of the messages that this one follows, oldest first
 * @param occasion the same for machines
 * @param since when somebody wanted it to go: an approval, a child's withdrawal, or the end
 */
record Message(
    String id,
    String subject,
    String text,
    String language,
    List<String> references,
    Occasion occasion,
    Instant since) {

  Message {
    requireNonNull(id, "id");
    requireNonNull(subject, "subject");
    requireNonNull(text, "text");
    requireNonNull(language, "language");
    requireNonNull(occasion, "occasion");
    requireNonNull(since, "since");
    references = List.copyOf(references);
  }

  @Override
  public String toString() {
    return "Message[" + id + "]";
  }
}
