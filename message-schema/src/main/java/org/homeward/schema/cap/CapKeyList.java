package org.homeward.schema.cap;

import com.nimbusds.jose.JOSEException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.homeward.schema.bridge.KeyVouch;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.json.Json;
import org.homeward.schema.json.Malformed;
import org.homeward.schema.json.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The public keys of a node's CAP messages, oldest first, as everybody can read them: a JWK set
 * (RFC 7517) with more members.
 *
 * <p>The list proves nothing about itself. Its reader knows the fingerprint of one key from the
 * hotline, and comes from there to newer keys: each is vouched for by the one before it.
 */
public record CapKeyList(List<Shown> keys) {

  private static final int MOST_BYTES = 64 * 1024;

  public CapKeyList {
    keys = List.copyOf(keys);
  }

  /**
   * A key.
   *
   * @param since when it was made
   * @param vouch the word of the key before it, a JWS; null for the first one, and when there was
   *     no key to ask
   * @param withdrawn nothing that it has signed may be believed any more
   */
  public record Shown(Jwk key, Instant since, @Nullable String vouch, boolean withdrawn) {

    /** SHA-256 of the public key (DER), as {@code openssl dgst} has it too. */
    public String fingerprint() {
      return CapKeyList.fingerprint(key);
    }
  }

  /** A fingerprint as people type it: without spaces, colons and hyphens, in small letters. */
  public static String spelled(String fingerprint) {
    return fingerprint.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT);
  }

  /** SHA-256 of the public key (DER), 64 hexadecimal digits. */
  public static String fingerprint(Jwk key) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der(key)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static byte[] der(Jwk key) {
    try {
      return key.key().toECPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException("a public key on P-256 has no encoding");
    }
  }

  private static String pem(Jwk key) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der(key));
    return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
  }

  /**
   * The keys that may be believed by somebody who believes these: themselves, and each that a
   * believed one vouches for; never a withdrawn one.
   *
   * @param fingerprints as {@link #fingerprint} has them
   */
  public List<Shown> believed(Set<String> fingerprints) {
    List<Shown> believed = new ArrayList<>();
    for (Shown next : keys) {
      boolean isKnown = fingerprints.contains(next.fingerprint());
      if (!next.withdrawn() && (isKnown || isVouchedFor(next, believed))) {
        believed.add(next);
      }
    }
    return List.copyOf(believed);
  }

  private static boolean isVouchedFor(Shown next, List<Shown> believed) {
    String vouch = next.vouch();
    return vouch != null
        && believed.stream().anyMatch(by -> KeyVouch.holds(vouch, next.key(), by.key()));
  }

  public byte[] json() {
    ObjectNode set = Json.mapper().createObjectNode();
    var all = set.putArray("keys");
    for (Shown shown : keys) {
      ObjectNode key = all.addObject();
      key.put("kty", shown.key().kty()).put("crv", shown.key().crv()).put("kid", shown.key().kid());
      key.put("x", shown.key().x()).put("y", shown.key().y()).put("use", "sig");
      key.put("since", shown.since().toString()).put("fingerprint", shown.fingerprint());
      key.put("withdrawn", shown.withdrawn());
      if (shown.vouch() != null) {
        key.put("vouch", shown.vouch());
      }
      key.put("pem", pem(shown.key()));
    }
    return Json.mapper().writeValueAsBytes(set);
  }

  /**
   * Reads a list; members that are not known here are passed over.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static CapKeyList read(byte[] json) {
    try {
      List<Shown> keys = new ArrayList<>();
      for (JsonNode key : StrictJson.read(json, MOST_BYTES).path("keys")) {
        keys.add(
            new Shown(
                new Jwk(
                    key.path("kty").asString(""),
                    key.path("crv").asString(""),
                    key.path("kid").asString(""),
                    key.path("x").asString(""),
                    key.path("y").asString("")),
                Instant.parse(key.path("since").asString("")),
                key.path("vouch").isString() ? key.path("vouch").asString() : null,
                key.path("withdrawn").asBoolean(false)));
      }
      return new CapKeyList(keys);
    } catch (Malformed | DateTimeParseException e) {
      throw new IllegalArgumentException("not a list of keys");
    }
  }
}
