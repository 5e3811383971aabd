package org.homeward.alert.orders.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.homeward.schema.json.Json;

/**
 * A preview as it was made, once: what is approved and what goes out are read from these bytes.
 *
 * @param json UTF-8 makes the bytes of it
 * @param hash SHA-256 of the bytes, in hex
 */
public record Preview(String json, String hash, Instant at) {

  public Preview {
    requireNonNull(json, "json");
    requireNonNull(hash, "hash");
    requireNonNull(at, "at");
  }

  static Preview of(PreviewDocument document, Instant at) {
    String json = Json.mapper().writeValueAsString(document);
    return new Preview(json, sha256(json.getBytes(UTF_8)), at);
  }

  public byte[] bytes() {
    return json.getBytes(UTF_8);
  }

  public PreviewDocument read() {
    return Json.mapper().readValue(json, PreviewDocument.class);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public String toString() {
    return "Preview[" + hash + "]";
  }
}
