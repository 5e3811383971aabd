package org.homeward.intake.photos.police;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** The public key of police: what is sealed with it nobody of the hotline opens. */
final class PoliceKey {

  /** Bytes of the thumbprint that people say to one another. */
  private static final int SAID = 8;

  private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

  private final String authority;
  private final ECKey key;
  private final byte[] thumbprint;

  private PoliceKey(String authority, ECKey key) throws JOSEException {
    this.authority = authority;
    this.key = key;
    this.thumbprint = key.computeThumbprint().decode();
  }

  /**
   * @param authority whose key it is
   * @param file a JWK on P-256, P-384 or P-521
   * @throws IllegalArgumentException without quoting it; also for one with its private part
   */
  static PoliceKey read(String authority, byte[] file) {
    try {
      ECKey key = ECKey.parse(new String(file, UTF_8));
      if (key.isPrivate()) {
        throw new IllegalArgumentException("it has the private part, which only police may have");
      }
      if (!CURVES.contains(key.getCurve())) {
        throw new IllegalArgumentException("it is not on P-256, P-384 or P-521");
      }
      return new PoliceKey(authority, key);
    } catch (ParseException | JOSEException e) {
      throw new IllegalArgumentException("it is no JWK");
    }
  }

  String authority() {
    return authority;
  }

  /** The beginning of its RFC 7638 thumbprint in hex, in groups. */
  String fingerprint() {
    return said().replaceAll("(?<=.)(?=(.{4})+$)", " ");
  }

  private String said() {
    return HexFormat.of().formatHex(Arrays.copyOf(thumbprint, SAID));
  }

  /** Whether somebody heard this fingerprint from police, however it is grouped. */
  boolean isSaid(String typed) {
    return said().equals(typed.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT));
  }

  /** JWE in the compact form, ECDH-ES+A256KW and A256GCM. */
  byte[] seal(byte[] content) {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
            .contentType("application/octet-stream")
            .build();
    var jwe = new JWEObject(header, new Payload(content));
    try {
      jwe.encrypt(new ECDHEncrypter(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("not sealed");
    }
    return jwe.serialize().getBytes(US_ASCII);
  }
}
