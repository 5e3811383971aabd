package org.homeward.intake.trial;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.HexFormat;

/** Police with a key of their own, who open what was sealed for them. */
public final class TrialPolice {

  private final ECKey key;

  private TrialPolice(ECKey key) {
    this.key = key;
  }

  public static TrialPolice withKey() {
    try {
      return new TrialPolice(new ECKeyGenerator(Curve.P_256).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** JWK, as police send it to the hotline. */
  public String publicKey() {
    return key.toPublicJWK().toJSONString();
  }

  public String privateKey() {
    return key.toJSONString();
  }

  /** As police say it on the telephone. */
  public String fingerprint() {
    try {
      return HexFormat.of().formatHex(key.computeThumbprint().decode()).substring(0, 16);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] open(byte[] file) {
    try {
      JWEObject jwe = JWEObject.parse(new String(file, US_ASCII));
      jwe.decrypt(new ECDHDecrypter(key));
      return jwe.getPayload().toBytes();
    } catch (ParseException | JOSEException e) {
      throw new IllegalArgumentException("police cannot open it");
    }
  }
}
