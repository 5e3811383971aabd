package org.homeward.intake.photos.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.durable.command.DerivedIds;

/**
 * Writes a record with words of police as codes of the ends log, encrypted with a key of this node:
 * the log takes no words, and a restored node must still say on whose word a picture was destroyed.
 */
public final class SealedRecords {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String PURPOSE = "sealed-record";
  private static final String PLACE = "place";
  private static final String COUNT = "count";
  private static final String PIECE = "w";

  /** A line has room for three codes of this length. */
  private static final int LENGTH = 110;

  private static final int PIECES = 3;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /** What the lines so far have said: a replay reads all of them, in order. */
  private final Map<String, List<String>> begun = new HashMap<>();

  SealedRecords(DerivedIds ids) {
    byte[] secret = (ids.of(PURPOSE, "key", 0) + ids.of(PURPOSE, "key", 1)).getBytes(UTF_8);
    try {
      this.key = new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(secret), "AES");
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /**
   * @param of id of the picture
   * @return the codes of one line each
   */
  public List<Map<String, String>> codes(String of, byte[] content) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, of, content);
    byte[] all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    int ofLine = LENGTH * PIECES;
    int count = (text.length() + ofLine - 1) / ofLine;
    List<Map<String, String>> lines = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      String rest = text.substring(place * ofLine, Math.min(text.length(), (place + 1) * ofLine));
      Map<String, String> codes = new TreeMap<>();
      codes.put(PLACE, String.valueOf(place));
      codes.put(COUNT, String.valueOf(count));
      for (int at = 0; at < rest.length(); at += LENGTH) {
        String piece = rest.substring(at, Math.min(rest.length(), at + LENGTH));
        codes.put(PIECE + at / LENGTH, piece);
      }
      lines.add(codes);
    }
    return lines;
  }

  /**
   * Takes the codes of the next line.
   *
   * @return the record, once its last line is read; empty also for one of another node
   */
  public synchronized Optional<byte[]> next(String of, Map<String, String> codes) {
    String place = codes.getOrDefault(PLACE, "");
    if (place.equals("0")) {
      begun.put(of, new ArrayList<>()); // the same may be there twice
    }
    List<String> lines = begun.get(of);
    if (lines == null || !place.equals(String.valueOf(lines.size()))) {
      begun.remove(of); // a line before it is damaged
      return Optional.empty();
    }
    var line = new StringBuilder();
    for (int i = 0; i < PIECES; i++) {
      line.append(codes.getOrDefault(PIECE + i, ""));
    }
    lines.add(line.toString());
    if (!String.valueOf(lines.size()).equals(codes.get(COUNT))) {
      return Optional.empty();
    }
    begun.remove(of);
    return opened(of, String.join("", lines));
  }

  private Optional<byte[]> opened(String of, String text) {
    try {
      ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (all.remaining() < NONCE + TAG_BITS / Byte.SIZE) {
        return Optional.empty();
      }
      byte[] nonce = new byte[NONCE];
      all.get(nonce);
      byte[] sealed = new byte[all.remaining()];
      all.get(sealed);
      return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, of, sealed));
    } catch (IllegalArgumentException notOfThisNode) {
      return Optional.empty();
    }
  }

  private byte[] cipher(int mode, byte[] nonce, String of, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(of.getBytes(UTF_8));
      return cipher.doFinal(content);
    } catch (AEADBadTagException e) {
      throw new IllegalArgumentException("not of this node");
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
