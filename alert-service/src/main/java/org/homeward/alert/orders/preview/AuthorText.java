package org.homeward.alert.orders.preview;

import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for an author's own words: plain, short, and leading nowhere but to the hotline. */
final class AuthorText {

  static final int MAX_LENGTH = 1_000;

  /** Text that a mail program turns into a link, with or without a scheme. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?iu)://|\\bwww\\.|\\S@\\S|\\b(?:mailto|tel|data|javascript):|[\\p{L}\\p{N}-]\\.\\p{L}{2,}");

  private AuthorText() {}

  /**
   * The rule that is broken.
   *
   * @param ours the hotline's own address, which may be named
   */
  static Optional<String> broken(String text, String ours) {
    if (text.isBlank()) {
      return Optional.of("blank");
    }
    if (text.length() > MAX_LENGTH) {
      return Optional.of("too-long");
    }
    if (!text.codePoints().allMatch(AuthorText::isPlain)) {
      return Optional.of("control-character");
    }
    if (text.contains(Part.LEAVE)) {
      return Optional.of("placeholder");
    }
    return leads(own(ours).matcher(text).replaceAll(" ")) ? Optional.of("link") : Optional.empty();
  }

  /** Whether a fact that somebody stated can stand in a mail: one line, plain, leading nowhere. */
  static boolean isPlainFact(String text) {
    return text.codePoints().allMatch(codePoint -> codePoint != '\n' && isPlain(codePoint))
        && !text.contains(Part.LEAVE)
        && !leads(text);
  }

  private static boolean leads(String text) {
    return LINK.matcher(text).find();
  }

  /** Alone or with a path: what goes on in another way is another host. */
  private static Pattern own(String ours) {
    return Pattern.compile(Pattern.quote(ours) + "(?=[\\s/]|\\z)");
  }

  /** Letters and signs that are seen, spaces and line ends; nothing that turns or hides text. */
  private static boolean isPlain(int codePoint) {
    return codePoint == '\n'
        || switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
