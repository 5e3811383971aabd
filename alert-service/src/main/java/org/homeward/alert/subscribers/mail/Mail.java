package org.homeward.alert.subscribers.mail;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person.
 *
 * @param messageId as {@code <local@domain>}; the same for every repetition of this mail
 * @param language of the text with its script, as {@code sr-Latn}
 * @param leaveLink where one click ends what this mail belongs to (RFC 8058); null when there is
 *     nothing to leave
 * @param references the message ids this mail follows, oldest first
 */
public record Mail(
    String messageId,
    String to,
    String subject,
    String text,
    String html,
    String language,
    @Nullable URI leaveLink,
    List<String> references) {

  private static final Pattern MESSAGE_ID = Pattern.compile("<[A-Za-z0-9._-]+@[A-Za-z0-9.-]+>");

  public Mail {
    if (!MESSAGE_ID.matcher(messageId).matches()) {
      throw new IllegalArgumentException("messageId is not <local@domain>");
    }
    EmailAddress.require(to);
    if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("subject is blank or holds a control character");
    }
    requireNonNull(text, "text");
    requireNonNull(html, "html");
    requireNonNull(language, "language");
    references = List.copyOf(references);
    for (String reference : references) {
      if (!MESSAGE_ID.matcher(reference).matches()) {
        throw new IllegalArgumentException("references hold something else than message ids");
      }
    }
  }

  @Override
  public String toString() {
    return "Mail[" + messageId + "]";
  }
}
