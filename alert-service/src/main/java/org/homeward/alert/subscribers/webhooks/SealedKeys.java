package org.homeward.alert.subscribers.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.durable.document.Guarded;

/**
 * Makes keys of webhooks and opens them to sign. In the store they are encrypted with a key that is
 * made from the node's: whoever has a copy of the store alone can sign nothing.
 */
final class SealedKeys {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String ED25519 = "Ed25519";
  private static final String MAC = "HmacSHA256";
  private static final String HMAC_SECRET = "secret";
  private static final String PRIVATE_KEY = "private";
  private static final int SECRET_BYTES = 32;
  private static final int PUBLIC_BYTES = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /**
   * @param node the node's key
   */
  SealedKeys(byte[] node) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(node, MAC));
      key = new SecretKeySpec(mac.doFinal("webhook-keys".getBytes(UTF_8)), "AES");
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** A key, and its secret in the form of Standard Webhooks, for the one answer that shows it. */
  record Fresh(SigningKey key, String secret) {

    @Override
    public String toString() {
      return "Fresh[redacted]";
    }
  }

  /** The key that signs a message. */
  record Opened(SecretKeySpec secret, PrivateKey privateKey) {

    @Override
    public String toString() {
      return "Opened[redacted]";
    }
  }

  Fresh fresh(String webhook, Instant now) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    String id = UUID.randomUUID().toString();
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] plain = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
      var made =
          new SigningKey(
              id,
              now,
              null,
              sealed(secret, webhook, id, HMAC_SECRET),
              sealed(pair.getPrivate().getEncoded(), webhook, id, PRIVATE_KEY),
              "whpk_" + Base64.getEncoder().encodeToString(plain));
      return new Fresh(made, "whsec_" + Base64.getEncoder().encodeToString(secret));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** It was sealed for another webhook, or with another node's key. */
  static final class DoesNotOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DoesNotOpen() {
      super("a key of a webhook does not open with this node's key");
    }
  }

  /** The keys that sign a webhook's messages now. */
  List<Opened> signing(Guarded<Webhook> webhook, Instant now) {
    return webhook.state().signing(now).stream().map(key -> opened(webhook.id(), key)).toList();
  }

  Opened opened(String webhook, SigningKey sealed) {
    try {
      byte[] secret = opened(sealed.secret(), webhook, sealed.id(), HMAC_SECRET);
      byte[] encoded = opened(sealed.privateKey(), webhook, sealed.id(), PRIVATE_KEY);
      PrivateKey privateKey =
          KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new Opened(new SecretKeySpec(secret, MAC), privateKey);
    } catch (GeneralSecurityException notOurs) {
      throw new DoesNotOpen();
    }
  }

  private String sealed(byte[] plain, String webhook, String id, String part)
      throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, webhook, id, part).doFinal(plain);
    byte[] all = ByteBuffer.allocate(NONCE + text.length).put(nonce).put(text).array();
    return Base64.getEncoder().encodeToString(all);
  }

  private byte[] opened(String sealed, String webhook, String id, String part)
      throws GeneralSecurityException {
    byte[] all = Base64.getDecoder().decode(sealed);
    byte[] nonce = Arrays.copyOf(all, NONCE);
    return cipher(Cipher.DECRYPT_MODE, nonce, webhook, id, part)
        .doFinal(all, NONCE, all.length - NONCE);
  }

  /** Bound to its place: a key that is copied to another webhook opens nothing there. */
  private Cipher cipher(int mode, byte[] nonce, String webhook, String id, String part)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(("webhook|" + webhook + "|" + id + "|" + part).getBytes(UTF_8));
    return cipher;
  }
}
