package org.homeward.alert.photos;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, hex: what the event of a case tells of the bytes of its photos. */
final class PhotoDigest {

  private PhotoDigest() {}

  static boolean is(String digest, byte[] content) {
    return digest.equals(of(content));
  }

  private static String of(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
