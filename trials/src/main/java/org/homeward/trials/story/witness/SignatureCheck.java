package org.homeward.trials.story.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a message as an organisation would from the description of Standard Webhooks, with the
 * secret and the public key that the administrator was shown.
 */
public final class SignatureCheck {
  private static final String HMAC = "HmacSHA256";

  /** The form in which the JDK reads the 32 bytes of an Ed25519 key (RFC 8410). */
  private static final byte[] ED25519_FORM = HexFormat.of().parseHex("302a300506032b6570032100");

  private final byte[] secret;
  private final byte[] publicKey;

  /**
   * @param secret as {@code whsec_…}
   * @param publicKey as {@code whpk_…}
   */
  public SignatureCheck(String secret, String publicKey) {
    this.secret = bytes(secret, "whsec_");
    this.publicKey = bytes(publicKey, "whpk_");
  }

  private static byte[] bytes(String key, String prefix) {
    if (!key.startsWith(prefix)) {
      throw new IllegalArgumentException("a key does not begin with " + prefix);
    }
    return Base64.getDecoder().decode(key.substring(prefix.length()));
  }

  /** Whether both kinds of signature are good. */
  public boolean isGood(OwnSystem.Told message) {
    byte[] signed = signed(message);
    List<String> signatures = List.of(message.signatures().split(" ", -1));
    return any(signatures, "v1,", signature -> MessageDigest.isEqual(signature, hmac(signed)))
        && any(signatures, "v1a,", signature -> isByTheirKey(signature, signed));
  }

  private interface Test {
    boolean holds(byte[] signature);
  }

  private static boolean any(List<String> signatures, String kind, Test test) {
    return signatures.stream()
        .filter(signature -> signature.startsWith(kind))
        .anyMatch(
            signature ->
                test.holds(Base64.getDecoder().decode(signature.substring(kind.length()))));
  }

  private static byte[] signed(OwnSystem.Told message) {
    var signed = new ByteArrayOutputStream();
    signed.writeBytes((message.id() + "." + message.at() + ".").getBytes(UTF_8));
    signed.writeBytes(message.body());
    return signed.toByteArray();
  }

  private byte[] hmac(byte[] signed) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isByTheirKey(byte[] signature, byte[] signed) {
    var encoded = new ByteArrayOutputStream();
    encoded.writeBytes(ED25519_FORM);
    encoded.writeBytes(publicKey);
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
      check.update(signed);
      return check.verify(signature);
    } catch (GeneralSecurityException badSignature) {
      return false;
    }
  }
}
