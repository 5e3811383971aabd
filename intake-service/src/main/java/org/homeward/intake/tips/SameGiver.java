package org.homeward.intake.tips;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By which two tips are shown together: the same words, or the same telephone or e-mail. */
final class SameGiver {

  /** Shorter words say the same by chance. */
  private static final int FEWEST_LETTERS = 12;

  private static final int FEWEST_DIGITS = 6;

  /** Without what people write or leave out before the number: +381, 00381, 0. */
  private static final int DIGITS_OF_ONE = 8;

  private SameGiver() {}

  /** Null for words that are too few to be the same. */
  static @Nullable String ofText(String text) {
    String letters =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{Nd}]+", "");
    return letters.length() < FEWEST_LETTERS ? null : hash(letters);
  }

  /** Null for a contact that is neither a number nor an address. */
  static @Nullable String ofContact(@Nullable String contact) {
    if (contact == null) {
      return null;
    }
    if (contact.indexOf('@') > 0) {
      return hash(contact.strip().toLowerCase(Locale.ROOT));
    }
    String digits = contact.replaceAll("[^0-9]", "");
    return digits.length() < FEWEST_DIGITS
        ? null
        : hash(digits.substring(Math.max(0, digits.length() - DIGITS_OF_ONE)));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
