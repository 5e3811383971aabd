package org.homeward.durable.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How an entry holds the one before: a hash over it, with a key where the log is sealed. */
final class Chain {

  static final String KEY = "key";

  private static final String MAC = "HmacSHA256";

  private Chain() {}

  static Document entry(
      long n, String ref, Document fields, String before, @Nullable ChainKey key) {
    var entry = new Document("_id", n).append("ref", ref).append("fields", fields);
    if (key != null) {
      entry.append(KEY, key.id());
    }
    return entry.append("hash", hash(before, n, ref, fields, key));
  }

  static String hash(String before, long n, String ref, Document fields, @Nullable ChainKey key) {
    String place = before + '\n' + n + '\n' + ref + '\n';
    String text = (key == null ? place : place + key.id() + '\n') + fields.toJson();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of()
          .formatHex(
              key == null
                  ? MessageDigest.getInstance("SHA-256").digest(bytes)
                  : mac(key).doFinal(bytes)); // upholds 10
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mac mac(ChainKey key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(MAC);
    mac.init(new SecretKeySpec(key.secret(), MAC));
    return mac;
  }
}
