package org.homeward.alert.subscribers.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;

/**
 * A message with its headers as Standard Webhooks has them: every key signs id, time and bytes, by
 * HMAC-SHA256 and by Ed25519, and a system checks the one that it knows.
 *
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 */
record SignedMessage(Map<String, String> headers, byte[] body) {

  private static final String DOT = ".";

  /**
   * @param id the same for every repetition of the message
   * @param at of this attempt: a system refuses what is too old
   */
  static SignedMessage of(String id, byte[] body, Instant at, List<SealedKeys.Opened> keys) {
    String seconds = Long.toString(at.getEpochSecond());
    byte[] head = (id + DOT + seconds + DOT).getBytes(UTF_8);
    byte[] signed = ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", seconds);
    headers.put(
        "webhook-signature",
        keys.stream()
            .flatMap(key -> Stream.of("v1," + hmac(key, signed), "v1a," + ed25519(key, signed)))
            .collect(Collectors.joining(" ")));
    return new SignedMessage(headers, body);
  }

  private static String hmac(SealedKeys.Opened key, byte[] signed) {
    try {
      Mac mac = Mac.getInstance(key.secret().getAlgorithm());
      mac.init(key.secret());
      return Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String ed25519(SealedKeys.Opened key, byte[] signed) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key.privateKey());
      signature.update(signed);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
