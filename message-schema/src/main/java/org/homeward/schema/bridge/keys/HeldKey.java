package org.homeward.schema.bridge.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** A private key on P-256, of this node or of the registry's issuer. Prints as nothing. */
public final class HeldKey {

  private final KeyUse use;
  private final ECKey key;

  private HeldKey(KeyUse use, ECKey key) {
    this.use = use;
    this.key = key;
  }

  public static HeldKey generate(KeyUse use, String kid) {
    try {
      return new HeldKey(
          use, new ECKeyGenerator(Curve.P_256).keyUse(jose(use)).keyID(kid).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("no key could be made");
    }
  }

  /**
   * Reads a private JWK.
   *
   * @throws IllegalArgumentException without quoting it
   */
  public static HeldKey read(byte[] jwk) {
    try {
      return of(JWK.parse(new String(jwk, StandardCharsets.UTF_8)));
    } catch (ParseException e) {
      throw new IllegalArgumentException("not a key");
    }
  }

  static HeldKey of(JWK jwk) {
    boolean ours =
        jwk instanceof ECKey ec
            && ec.isPrivate()
            && Curve.P_256.equals(ec.getCurve())
            && jwk.getKeyID() != null
            && jwk.getKeyUse() != null;
    if (!ours) {
      throw new IllegalArgumentException("a held key is private, on P-256, with kid and use");
    }
    boolean signs = com.nimbusds.jose.jwk.KeyUse.SIGNATURE.equals(jwk.getKeyUse());
    return new HeldKey(signs ? KeyUse.SIG : KeyUse.ENC, jwk.toECKey());
  }

  public String kid() {
    return key.getKeyID();
  }

  public KeyUse use() {
    return use;
  }

  /** The public part, for the registry. */
  public Jwk jwk() {
    return Jwk.of(key);
  }

  /** The private JWK, for a file only its owner can read. */
  public byte[] secret() {
    return key.toJSONString().getBytes(StandardCharsets.UTF_8);
  }

  public ECKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "HeldKey[redacted]";
  }

  private static com.nimbusds.jose.jwk.KeyUse jose(KeyUse use) {
    return switch (use) {
      case SIG -> com.nimbusds.jose.jwk.KeyUse.SIGNATURE;
      case ENC -> com.nimbusds.jose.jwk.KeyUse.ENCRYPTION;
    };
  }
}
