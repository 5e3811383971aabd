package org.homeward.schema.bridge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.json.Json;

/** The word of a key for the one that comes after it: whoever believes it may believe that one. */
public final class KeyVouch {

  private KeyVouch() {}

  /** Of this key for the next. */
  public static String sign(Jwk next, HeldKey by) {
    return Jws.sign(payload(next), Jws.CAP_KEY, by);
  }

  /** Whether this key vouches for exactly that one. */
  public static boolean holds(String vouch, Jwk next, Jwk by) {
    try {
      Jws jws = Jws.parse(vouch, Jws.CAP_KEY);
      return Arrays.equals(jws.payload(), payload(next)) && jws.isSignedBy(by);
    } catch (Unopened no) {
      return false;
    }
  }

  private static byte[] payload(Jwk key) {
    return Json.wire().writeValueAsString(key).getBytes(StandardCharsets.UTF_8);
  }
}
