package org.homeward.console.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what pages remember of a session. AES-GCM binds it to its session, so that nobody who
 * writes into the store makes the console read objects of his, or one session another's.
 */
final class SealedAttributes {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  SealedAttributes(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  String seal(String of, Map<String, Object> attributes) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var bytes = new ByteArrayOutputStream();
    try (var objects = new ObjectOutputStream(bytes)) {
      objects.writeObject(new HashMap<>(attributes));
    } catch (IOException e) {
      throw new IllegalStateException("a page remembers what cannot be kept", e);
    }
    try {
      byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, of).doFinal(bytes.toByteArray());
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(NONCE_BYTES + text.length).put(nonce).put(text).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty when it was sealed with another key, for another session, or by another release. */
  Optional<Map<String, Object>> open(String of, String sealed) {
    try {
      byte[] all = Base64.getDecoder().decode(sealed);
      if (all.length < NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] open =
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), of)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Optional.of(read(open));
    } catch (GeneralSecurityException
        | IOException
        | ClassNotFoundException
        | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (var objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      Map<String, Object> attributes = new HashMap<>();
      if (objects.readObject() instanceof Map<?, ?> kept) {
        kept.forEach((name, value) -> attributes.put((String) name, value));
      }
      return attributes;
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String of) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(of.getBytes(UTF_8));
    return cipher;
  }
}
