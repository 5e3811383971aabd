package org.homeward.intake.photos.bytes;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The key that opens the bytes of one upload, and the digests that prove them.
 *
 * @param key as text; it is nowhere else
 * @param digests SHA-256, hex, by {@link UploadPart#text}
 */
public record UploadSeal(String key, Map<String, String> digests) {

  public UploadSeal {
    requireNonNull(key, "key");
    digests = digests == null ? Map.of() : Map.copyOf(digests);
  }

  /** SHA-256, hex. */
  public static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The same key without the digests of what is deleted. */
  public UploadSeal without(UploadPart... parts) {
    Map<String, String> left = new TreeMap<>(digests);
    for (UploadPart part : parts) {
      left.remove(part.text());
    }
    return new UploadSeal(key, left);
  }

  @Override
  public String toString() {
    return "UploadSeal[redacted]";
  }
}
