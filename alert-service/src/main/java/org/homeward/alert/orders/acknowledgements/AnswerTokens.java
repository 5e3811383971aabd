package org.homeward.alert.orders.acknowledgements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.alert.subscribers.destinations.AnswerLinks;

/**
 * The links by which one organisation answers one alert. They are made from the node's key and
 * stored nowhere: a stolen store opens none, and each repetition of a message has the same one.
 */
final class AnswerTokens implements AnswerLinks {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 16;
  private static final int SECRET_BYTES = 16;
  private static final int TEXT_LENGTH = 54;

  private final SecretKeySpec key;
  private final String address;

  /**
   * @param key the node's, 32 bytes
   * @param gateway where the node is reached
   */
  AnswerTokens(byte[] key, URI gateway) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.address = gateway + "/api/v1/answers/";
  }

  /** The organisation and the alert that a token names. */
  record Asked(String alert, long number) {}

  @Override
  public URI of(String alert, long number) {
    UUID id = UUID.fromString(alert);
    byte[] token =
        ByteBuffer.allocate(ID_BYTES + Long.BYTES + SECRET_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .putLong(number)
            .put(secret(alert, number))
            .array();
    return URI.create(address + Base64.getUrlEncoder().withoutPadding().encodeToString(token));
  }

  /** Empty for what this node has not made. */
  Optional<Asked> read(String token) {
    if (token.length() != TEXT_LENGTH) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      String alert = new UUID(bytes.getLong(), bytes.getLong()).toString();
      long number = bytes.getLong();
      byte[] secret = new byte[SECRET_BYTES];
      bytes.get(secret);
      return MessageDigest.isEqual(secret, secret(alert, number))
          ? Optional.of(new Asked(alert, number))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private byte[] secret(String alert, long number) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String text = "alert-answer|" + alert + "|" + number;
      return Arrays.copyOf(mac.doFinal(text.getBytes(UTF_8)), SECRET_BYTES);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
