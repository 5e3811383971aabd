package org.homeward.schema.bridge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.KeyUse;

/** A signature by ES256 over exact bytes, with a type and a key id in its header and no more. */
final class Jws {

  static final String MESSAGE = "homeward-message+jws";
  static final String RECEIPT = "homeward-receipt+jws";
  static final String REGISTRY = "homeward-registry+jws";
  static final String PHOTO_REQUEST = "homeward-photo-request+jws";
  static final String PHOTO = "homeward-photo+jws";
  static final String CHECKPOINT = "homeward-checkpoint+jws";
  static final String CAP_KEY = "homeward-cap-key+jws";

  private static final Set<String> MEMBERS = Set.of("alg", "typ", "kid");

  private final Compact compact;
  private final String kid;

  private Jws(Compact compact, String kid) {
    this.compact = compact;
    this.kid = kid;
  }

  static String sign(byte[] payload, String typ, HeldKey key) {
    if (key.use() != KeyUse.SIG) {
      throw new IllegalArgumentException("not a key to sign with");
    }
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(typ))
            .keyID(key.kid())
            .build();
    JWSObject jws = new JWSObject(header, new Payload(payload));
    try {
      jws.sign(new ECDSASigner(key.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException("not signed");
    }
    return jws.serialize();
  }

  /**
   * Reads the form, not yet the signature.
   *
   * @throws Unopened NOT_JOSE, WRONG_ALGORITHM
   */
  static Jws parse(String jws, String typ) {
    Compact compact = Compact.parse(jws, 3);
    String kid = compact.header(MEMBERS, "alg", "ES256", "typ", typ).path("kid").asString("");
    return new Jws(compact, kid);
  }

  String kid() {
    return kid;
  }

  byte[] payload() {
    return compact.bytes(1);
  }

  boolean isSignedBy(Jwk key) {
    return isSigned(compact, key);
  }

  static boolean isSigned(Compact jws, Jwk key) {
    try {
      return new ECDSAVerifier(key.key())
          .verify(
              new JWSHeader(JWSAlgorithm.ES256),
              (jws.part(0) + "." + jws.part(1)).getBytes(StandardCharsets.US_ASCII),
              new Base64URL(jws.part(2)));
    } catch (JOSEException e) {
      return false;
    }
  }
}
