package org.homeward.alert.orders.posters;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.text.Normalizer;

/**
 * Turns text as it is typed into the letters that are drawn from left to right: accents on their
 * letters, Arabic letters joined, lines of Arabic and Hebrew turned round.
 */
final class Shaping {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Shaping() {}

  /** Without what nobody sees, which could turn a line round or hide in a name. */
  static String plain(String typed) {
    var plain = new StringBuilder();
    Normalizer.normalize(typed, Normalizer.Form.NFC)
        .codePoints()
        .map(letter -> Character.isWhitespace(letter) || letter == 0xA0 ? ' ' : letter)
        .filter(letter -> isSeen(letter) || isJoiner(letter))
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }

  private static boolean isSeen(int letter) {
    return switch (Character.getType(letter)) {
      case Character.FORMAT, Character.CONTROL -> false;
      default -> true;
    };
  }

  /** Persian names need them. */
  private static boolean isJoiner(int letter) {
    return letter == ZERO_WIDTH_NON_JOINER || letter == ZERO_WIDTH_JOINER;
  }

  /** Whether a paragraph begins at the right. */
  static boolean isFromRight(String plain) {
    return Bidi.getBaseDirection(plain) == Bidi.RTL;
  }

  /** One line of it, as it is drawn. */
  static String line(String plain, boolean isFromRight) {
    if (!Bidi.requiresBidi(plain.toCharArray(), 0, plain.length())) {
      return withoutJoiners(plain);
    }
    var bidi = new Bidi(joined(plain), isFromRight ? Bidi.RTL : Bidi.LTR);
    return withoutJoiners(bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING));
  }

  private static String joined(String plain) {
    try {
      return new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK)
          .shape(plain);
    } catch (ArabicShapingException e) {
      throw new IllegalStateException("our options", e);
    }
  }

  private static String withoutJoiners(String shaped) {
    var seen = new StringBuilder();
    shaped
        .codePoints()
        .filter(letter -> !isJoiner(letter) && isSeen(letter))
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }
}
