package org.homeward.schema.bridge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.StrictJson;
import tools.jackson.databind.JsonNode;

/**
 * The compact form of JWS and JWE, read so that it has one spelling only: no padding, no bits
 * beside the last byte, a header with exactly the members of the protocol.
 */
final class Compact {

  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]*");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final List<String> parts;

  private Compact(List<String> parts) {
    this.parts = parts;
  }

  /**
   * Splits what has exactly {@code count} parts.
   *
   * @throws Unopened NOT_JOSE
   */
  static Compact parse(String text, int count) {
    List<String> parts = List.of(text.split("\\.", -1));
    if (parts.size() != count) {
      throw new Unopened(TransportRefusal.NOT_JOSE);
    }
    Compact compact = new Compact(parts);
    for (int i = 0; i < count; i++) {
      compact.bytes(i);
    }
    return compact;
  }

  static String ascii(byte[] bytes) {
    for (byte each : bytes) {
      if (each <= ' ') {
        throw new Unopened(TransportRefusal.NOT_JOSE);
      }
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  String part(int index) {
    return parts.get(index);
  }

  byte[] bytes(int index) {
    String part = parts.get(index);
    if (BASE64URL.matcher(part).matches() && part.length() % 4 != 1) {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      if (ENCODER.encodeToString(bytes).equals(part)) {
        return bytes;
      }
    }
    throw new Unopened(TransportRefusal.NOT_JOSE);
  }

  /**
   * The protected header, once its members and their fixed values are those expected.
   *
   * @param fixed name, value, name, value …
   * @throws Unopened NOT_JOSE, WRONG_ALGORITHM
   */
  JsonNode header(Set<String> members, String... fixed) {
    JsonNode header = json();
    for (int i = 0; i < fixed.length; i += 2) {
      if (!header.path(fixed[i]).asString("").equals(fixed[i + 1])) {
        throw new Unopened(TransportRefusal.WRONG_ALGORITHM);
      }
    }
    // An unexpected member may change the meaning of the rest: crit, zip, jwk, jku, x5u, b64 …
    if (!new TreeSet<>(header.propertyNames()).equals(new TreeSet<>(members))) {
      throw new Unopened(TransportRefusal.WRONG_ALGORITHM);
    }
    return header;
  }

  private JsonNode json() {
    try {
      JsonNode header = StrictJson.read(bytes(0), 2048);
      if (header.isObject()) {
        return header;
      }
    } catch (Malformed e) {
      // Answered below, without its text.
    }
    throw new Unopened(TransportRefusal.NOT_JOSE);
  }
}
