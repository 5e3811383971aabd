package org.homeward.console.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The names by which the store knows whose a session is: without the key they name nobody. */
final class OwnerNames {

  private static final String KIND = "HmacSHA256";

  private final SecretKeySpec key;

  OwnerNames(byte[] key) {
    this.key = new SecretKeySpec(key, KIND);
  }

  String of(String person) {
    try {
      Mac mac = Mac.getInstance(KIND);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(("owner|" + person).getBytes(UTF_8)));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
