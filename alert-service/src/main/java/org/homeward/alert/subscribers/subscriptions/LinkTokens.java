package org.homeward.alert.subscribers.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets in links: a subscription's id and 128 bits that only the node's key makes from it.
 * They are stored nowhere, so that a stolen store opens no link, and a mail that is sent again has
 * the same ones.
 */
public final class LinkTokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 16;
  private static final int SECRET_BYTES = 16;
  private static final int TEXT_LENGTH = 43;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /**
   * @param key the node's, 32 bytes
   */
  LinkTokens(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The purpose of a link. */
  public enum Purpose {
    CONFIRM,
    LEAVE,
    /** Opens the page of preferences, once. */
    PREFERENCES,
    /** Changes what the opened page shows. */
    PAGE
  }

  /** A token as it came, well-formed and not yet checked. */
  public record Token(String id, byte[] secret) {}

  public static String nonce() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  /**
   * @param nonce empty where the link works for ever
   */
  public String token(Purpose purpose, String id, String nonce) {
    UUID uuid = UUID.fromString(id);
    byte[] bytes =
        ByteBuffer.allocate(ID_BYTES + SECRET_BYTES)
            .putLong(uuid.getMostSignificantBits())
            .putLong(uuid.getLeastSignificantBits())
            .put(secret(purpose, id, nonce))
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static Optional<Token> read(String text) {
    if (text.length() != TEXT_LENGTH) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      String id = new UUID(bytes.getLong(), bytes.getLong()).toString();
      byte[] secret = new byte[SECRET_BYTES];
      bytes.get(secret);
      return Optional.of(new Token(id, secret));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Takes the same time wherever the two differ. */
  public boolean fits(Token token, Purpose purpose, String nonce) {
    return MessageDigest.isEqual(token.secret(), secret(purpose, token.id(), nonce));
  }

  private byte[] secret(Purpose purpose, String id, String nonce) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String text = "subscription-link|" + purpose + "|" + id + "|" + nonce;
      return Arrays.copyOf(mac.doFinal(text.getBytes(UTF_8)), SECRET_BYTES);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
