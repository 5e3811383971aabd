package org.homeward.bench.stored;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bson.Document;

/** The chain of a service's logs. */
final class Hashes {
  private Hashes() {}

  static String next(String before, long n, String ref, Document fields) {
    String bytes = before + '\n' + n + '\n' + ref + '\n' + fields.toJson();
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
