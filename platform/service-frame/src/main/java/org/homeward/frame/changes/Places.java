package org.homeward.frame.changes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.log.Cursor;

/**
 * Writes places of the log for those who read it, encrypted. The number of a place grows with what
 * its reader may not know of, too; of two texts nobody can tell whether they are of one place.
 */
final class Places {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int EPOCH = 8;
  private static final int TAG_BITS = 128;
  private static final int SEALED = NONCE + EPOCH + Long.BYTES + TAG_BITS / 8;

  /** Of each text. */
  static final int LENGTH = (SEALED * 4 + 2) / 3;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{" + LENGTH + "}");

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param ids of the node: all instances of a service read the places of one another
   */
  Places(DerivedIds ids, String service) {
    try {
      byte[] secret = ids.of("changes-place", service, 0).getBytes(UTF_8);
      this.key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(secret), "AES");
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Different each time. */
  String text(Cursor place) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] plain =
        ByteBuffer.allocate(EPOCH + Long.BYTES)
            .put(place.epoch().getBytes(US_ASCII))
            .putLong(place.n())
            .array();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
      byte[] all = ByteBuffer.allocate(SEALED).put(nonce).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Empty when this node has not written it. */
  Optional<Cursor> place(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      byte[] nonce = new byte[NONCE];
      all.get(nonce);
      byte[] sealed = new byte[all.remaining()];
      all.get(sealed);
      ByteBuffer plain = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed));
      byte[] epoch = new byte[EPOCH];
      plain.get(epoch);
      return Optional.of(new Cursor(new String(epoch, US_ASCII), plain.getLong()));
    } catch (GeneralSecurityException | IllegalArgumentException isNotOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
