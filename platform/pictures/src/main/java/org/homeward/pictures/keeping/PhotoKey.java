package org.homeward.pictures.keeping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one photo and of nothing else. It is kept in the photo's document alone: where the
 * document is erased, no copy of the bytes can be read any more, wherever it lies.
 */
public final class PhotoKey {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final byte FIRST_FORM = 1;
  private static final int HEAD = 1 + NONCE_BYTES;

  private final byte[] key;

  private PhotoKey(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("the key of a photo has 32 bytes");
    }
    this.key = key;
  }

  public static PhotoKey fresh() {
    return new PhotoKey(random(KEY_BYTES));
  }

  /** As the photo's document has it. */
  public static PhotoKey of(String encoded) {
    return new PhotoKey(Base64.getDecoder().decode(encoded));
  }

  /** For the photo's document, and for no event, answer or log. */
  public String encoded() {
    return Base64.getEncoder().encodeToString(key);
  }

  /** Binds the bytes to their name too: they are not taken for those of another part. */
  public SealedPhoto seal(PhotoName name, byte[] content) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(content);
      return new SealedPhoto(
          ByteBuffer.allocate(HEAD + text.length).put(FIRST_FORM).put(nonce).put(text).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws PhotoDamaged when they were sealed with another key or under another name, or changed
   */
  public byte[] open(PhotoName name, SealedPhoto photo) {
    byte[] all = photo.bytes();
    if (all.length < HEAD + TAG_BYTES || all[0] != FIRST_FORM) {
      throw new PhotoDamaged(name);
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(all, 1, nonce, 0, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(all, HEAD, all.length - HEAD);
    } catch (AEADBadTagException e) {
      throw new PhotoDamaged(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, PhotoName name) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(("photo|" + name.photo() + "|" + name.part()).getBytes(UTF_8));
    return cipher;
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "PhotoKey[withheld]";
  }
}
