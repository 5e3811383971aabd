package org.homeward.alert.subscribers.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class SignedMessageTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330L);

  private final SealedKeys keys = new SealedKeys(new byte[32]);

  /** The example that the libraries of Standard Webhooks test with. */
  @Test
  void hmacIsThatOfStandardWebhooks() {
    byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    SealedKeys.Opened opened =
        new SealedKeys.Opened(
            new SecretKeySpec(secret, "HmacSHA256"),
            keys.opened("w", keys.fresh("w", NOW).key()).privateKey());

    SignedMessage message =
        SignedMessage.of(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "{\"test\": 2432232314}".getBytes(UTF_8),
            NOW,
            List.of(opened));

    assertThat(message.headers().get("webhook-signature"))
        .startsWith("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1a,");
    assertThat(message.headers())
        .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("webhook-timestamp", "1614265330");
  }

  @Test
  void eachKeySignsByBothKindsAndIsCheckedWithWhatWasShown() throws Exception {
    SealedKeys.Fresh older = keys.fresh("w", NOW);
    SealedKeys.Fresh newer = keys.fresh("w", NOW);
    byte[] body = "{}".getBytes(UTF_8);

    String header =
        SignedMessage.of(
                "msg_1",
                body,
                NOW,
                Stream.of(newer, older).map(each -> keys.opened("w", each.key())).toList())
            .headers()
            .get("webhook-signature");

    String[] signatures = header.split(" ");
    assertThat(signatures).hasSize(4);
    byte[] signed = ("msg_1.1614265330." + "{}").getBytes(UTF_8);
    assertThat(signatures[0]).isEqualTo("v1," + hmac(newer.secret(), signed));
    assertThat(signatures[2]).isEqualTo("v1," + hmac(older.secret(), signed));
    assertThat(fits(newer.key().publicKey(), signed, signatures[1])).isTrue();
    assertThat(fits(older.key().publicKey(), signed, signatures[3])).isTrue();
    assertThat(fits(older.key().publicKey(), signed, signatures[1])).isFalse();
  }

  private static String hmac(String secret, byte[] signed) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(signed));
  }

  private static boolean fits(String publicKey, byte[] signed, String signature) throws Exception {
    byte[] plain = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
    byte[] encoded = HexFormat.of().parseHex("302a300506032b6570032100" + hex(plain));
    PublicKey key =
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(signed);
    return check.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  @Proves(8)
  void aSealedKeyOpensForItsWebhookAndNodeAlone() {
    SigningKey sealed = keys.fresh("w", NOW).key();

    assertThat(keys.opened("w", sealed).secret().getEncoded()).hasSize(32);
    assertThatThrownBy(() -> keys.opened("another", sealed))
        .isInstanceOf(SealedKeys.DoesNotOpen.class);
    assertThatThrownBy(() -> new SealedKeys(new byte[] {1}).opened("w", sealed))
        .isInstanceOf(SealedKeys.DoesNotOpen.class);
  }

  @Test
  @Proves(8)
  void aStoredKeyHasNothingOfItsSecret() {
    SealedKeys.Fresh fresh = keys.fresh("w", NOW);
    String secret = fresh.secret().substring("whsec_".length());

    assertThat(fresh.key().secret()).doesNotContain(secret);
    assertThat(Base64.getDecoder().decode(fresh.key().secret())).hasSize(12 + 32 + 16);
  }
}
