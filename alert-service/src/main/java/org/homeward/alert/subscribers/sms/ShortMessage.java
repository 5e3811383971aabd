package org.homeward.alert.subscribers.sms;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.homeward.schema.people.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * One text to one phone.
 *
 * @param id the same for every repetition
 * @param until the provider delivers it no later; null for what is to arrive whenever it can
 */
public record ShortMessage(String id, PhoneNumber to, String text, @Nullable Instant until) {

  public ShortMessage {
    requireNonNull(id, "id");
    requireNonNull(to, "to");
    if (text.isBlank()) {
      throw new IllegalArgumentException("a message without a text");
    }
  }

  @Override
  public String toString() {
    return "ShortMessage[" + id + "]";
  }
}
