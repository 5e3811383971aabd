package org.homeward.durable.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids for documents made by a reaction: the same for every repetition, and their source is hidden
 * from everybody without the node's key. UUID version 8, RFC 9562 section 5.8.
 */
public final class DerivedIds {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /** The key is 32 bytes and stays with the node. */
  public DerivedIds(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("the node's id key has 32 bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  public String of(String kind, String source, int ordinal) {
    byte[] hash = hash(kind + "|" + source + "|" + ordinal);
    hash[6] = (byte) (hash[6] & 0x0f | 0x80);
    hash[8] = (byte) (hash[8] & 0x3f | 0x80);
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    return new UUID(bytes.getLong(), bytes.getLong()).toString();
  }

  private byte[] hash(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
