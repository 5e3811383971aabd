package org.homeward.schema.bridge;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import java.util.function.UnaryOperator;
import org.homeward.schema.bridge.keys.Jwk;

/** Makes lawful JOSE that is not ours. */
final class JoseGames {

  private JoseGames() {}

  static byte[] seal(byte[] plain, String kid, Jwk key) {
    return seal(plain, kid, key, EncryptionMethod.A256GCM, header -> header);
  }

  static byte[] zipped(byte[] plain, String kid, Jwk key) {
    return seal(
        plain,
        kid,
        key,
        EncryptionMethod.A256GCM,
        header -> header.compressionAlgorithm(CompressionAlgorithm.DEF));
  }

  static byte[] seal(
      byte[] plain,
      String kid,
      Jwk key,
      EncryptionMethod method,
      UnaryOperator<JWEHeader.Builder> change) {
    JWEHeader.Builder header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, method)
            .type(new JOSEObjectType("homeward-message+jwe"))
            .keyID(kid)
            .customParam("sentAt", TwoNodes.NOW.toString());
    JWEObject jwe = new JWEObject(change.apply(header).build(), new Payload(plain));
    try {
      jwe.encrypt(new ECDHEncrypter(key.key()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwe.serialize().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
