package org.homeward.alert.police.formats;

/** Text that XML 1.0 can carry. */
final class XmlText {

  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /** Replaces what XML 1.0 section 2.2 does not allow: most control characters, half surrogates. */
  static String safe(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints().map(c -> isAllowed(c) ? c : REPLACEMENT).forEach(safe::appendCodePoint);
    return safe.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
