package org.homeward.schema.writing;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Single code points as a reader's eye takes them. */
final class CodePoints {

  /** Scripts whose letters join, or whose consonants form clusters: a joiner changes their look. */
  private static final Set<UnicodeScript> JOINING =
      EnumSet.of(
          UnicodeScript.ADLAM,
          UnicodeScript.ARABIC,
          UnicodeScript.BALINESE,
          UnicodeScript.BENGALI,
          UnicodeScript.CHAKMA,
          UnicodeScript.DEVANAGARI,
          UnicodeScript.GUJARATI,
          UnicodeScript.GURMUKHI,
          UnicodeScript.HANIFI_ROHINGYA,
          UnicodeScript.JAVANESE,
          UnicodeScript.KANNADA,
          UnicodeScript.KHMER,
          UnicodeScript.MALAYALAM,
          UnicodeScript.MANDAIC,
          UnicodeScript.MEETEI_MAYEK,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.MYANMAR,
          UnicodeScript.NEWA,
          UnicodeScript.NKO,
          UnicodeScript.OL_CHIKI,
          UnicodeScript.ORIYA,
          UnicodeScript.SINHALA,
          UnicodeScript.SUNDANESE,
          UnicodeScript.SYRIAC,
          UnicodeScript.TAMIL,
          UnicodeScript.TELUGU,
          UnicodeScript.TIBETAN);

  /** CodePoints, signs and marks that show nothing, although their category says otherwise. */
  private static final Set<Integer> BLANK_SIGNS =
      Set.of(0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x1D159);

  private CodePoints() {}

  static boolean joins(int codePoint) {
    return JOINING.contains(UnicodeScript.of(codePoint));
  }

  static boolean isRightToLeft(int codePoint) {
    return switch (Character.getDirectionality(codePoint)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          true;
      default -> false;
    };
  }

  /** Stands on a letter before it. */
  static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /** Zero-width joiner and non-joiner. */
  static boolean isJoiner(int codePoint) {
    return codePoint == 0x200C || codePoint == 0x200D;
  }

  /** Left-to-right, right-to-left and Arabic letter mark: without power over what follows. */
  static boolean isDirectionMark(int codePoint) {
    return codePoint == 0x200E || codePoint == 0x200F || codePoint == 0x061C;
  }

  /** Takes ink of its own: neither a space, nor a control, nor a mark without its letter. */
  static boolean isSeen(int codePoint) {
    if (BLANK_SIGNS.contains(codePoint) || isMark(codePoint)) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> isSeenFormat(codePoint);
      default -> !isKeptForInvisible(codePoint);
    };
  }

  /** Signs that go round a number or a verse; Unicode counts them as formats. */
  private static boolean isSeenFormat(int codePoint) {
    return (codePoint >= 0x0600 && codePoint <= 0x0605)
        || codePoint == 0x06DD
        || codePoint == 0x070F
        || codePoint == 0x0890
        || codePoint == 0x0891
        || codePoint == 0x08E2
        || codePoint == 0x110BD
        || codePoint == 0x110CD;
  }

  /** Unassigned, and never to be seen when it is (Default_Ignorable_Code_Point). */
  private static boolean isKeptForInvisible(int codePoint) {
    return codePoint == 0x2065
        || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
  }
}
