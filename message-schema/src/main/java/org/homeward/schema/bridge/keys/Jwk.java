package org.homeward.schema.bridge.keys;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/**
 * A public key on P-256, in the members of RFC 7518; it has no place for a private part.
 *
 * @param x base64url, 43 characters
 * @param y base64url, 43 characters
 */
public record Jwk(String kty, String crv, String kid, String x, String y) {

  public Jwk {
    requireNonNull(kid, "kid");
    requireNonNull(x, "x");
    requireNonNull(y, "y");
    if (!"EC".equals(kty) || !"P-256".equals(crv)) {
      throw new IllegalArgumentException("keys are on P-256");
    }
    onTheCurve(kid, x, y);
  }

  /**
   * Reads the public part of a JWK file, whatever else is in it.
   *
   * @throws IllegalArgumentException without quoting it
   */
  public static Jwk read(byte[] file) {
    try {
      return of(ECKey.parse(new String(file, StandardCharsets.UTF_8)));
    } catch (ParseException e) {
      throw new IllegalArgumentException("not a key");
    }
  }

  static Jwk of(ECKey key) {
    return new Jwk(
        "EC",
        key.getCurve().getName(),
        key.getKeyID(),
        key.getX().toString(),
        key.getY().toString());
  }

  public ECKey key() {
    return onTheCurve(kid, x, y);
  }

  private static ECKey onTheCurve(String kid, String x, String y) {
    try {
      return new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y)).keyID(kid).build();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IllegalArgumentException("not a point of the curve");
    }
  }
}
