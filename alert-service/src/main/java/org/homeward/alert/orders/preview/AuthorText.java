package org.homeward.alert.orders.preview;

import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.schema.writing.Links;
import org.homeward.schema.writing.PlainText;

/** The rules for an author's text: plain, short, and without links except the hotline's. */
final class AuthorText {

  static final int MAX_LENGTH = 1_000;

  private AuthorText() {}

  /**
   * The rule that is broken.
   *
   * @param ours the hotline's own address, which may be named
   */
  static Optional<String> broken(String text, String ours) {
    if (!PlainText.isSeen(text)) {
      return Optional.of("blank");
    }
    if (text.length() > MAX_LENGTH) {
      return Optional.of("too-long");
    }
    if (!PlainText.isPlain(text)) {
      return Optional.of("control-character");
    }
    if (text.contains(Part.LEAVE)) {
      return Optional.of("placeholder");
    }
    boolean leads = Links.isIn(own(ours).matcher(text).replaceAll(" "));
    return leads ? Optional.of("link") : Optional.empty();
  }

  /** Whether a stated fact may stand in a mail: one line, plain, without a link. */
  static boolean isPlainFact(String text) {
    return text.indexOf('\n') < 0
        && PlainText.isPlain(text)
        && !text.contains(Part.LEAVE)
        && !Links.isIn(text);
  }

  /** The host alone or with a path; any other continuation is another host. */
  private static Pattern own(String ours) {
    return Pattern.compile(Pattern.quote(ours) + "(?=[\\s/]|\\z)");
  }
}
