package org.homeward.alert.police.desks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret of a desk: 256 random bits, shown once, kept as a hash only. */
record DeskKey(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static DeskKey fresh() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new DeskKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  String hash() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Takes the same time wherever the two differ. */
  boolean fits(String hash) {
    return MessageDigest.isEqual(hash().getBytes(UTF_8), hash.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "DeskKey[redacted]";
  }
}
