package org.homeward.alert.police.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * The short name of a notice for the telephone, such as {@code RS-7KQ2}: made from its id, without
 * letters and digits that are mistaken for others. Two notices may share one; the id decides.
 */
final class Reference {

  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 4;

  private Reference() {}

  static String of(String node, String noticeId) {
    byte[] hash = sha256(noticeId);
    var text = new StringBuilder(node.toUpperCase(Locale.ROOT)).append('-');
    for (int i = 0; i < LENGTH; i++) {
      text.append(LETTERS.charAt((hash[i] & 0xff) % LETTERS.length()));
    }
    return text.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
