package org.homeward.schema.event;

import org.homeward.schema.json.Unicode;

/** The characters that CloudEvents allows in an attribute. */
final class Attributes {

  private Attributes() {}

  /** No control characters, no lone surrogates, no noncharacters. */
  static boolean isText(String text) {
    return Unicode.isWellFormed(text)
        && text.codePoints().noneMatch(c -> Character.isISOControl(c) || isNoncharacter(c));
  }

  private static boolean isNoncharacter(int c) {
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  }
}
