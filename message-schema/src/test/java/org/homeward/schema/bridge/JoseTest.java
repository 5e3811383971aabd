package org.homeward.schema.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.homeward.schema.bridge.TwoNodes.GR;
import static org.homeward.schema.bridge.TwoNodes.REGISTRY;
import static org.homeward.schema.bridge.TwoNodes.RS;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.stream.Stream;
import org.homeward.schema.Conformance;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Lawful and unlawful JOSE of others: only ours is taken. */
class JoseTest {

  private static final String HEADER =
      "{\"alg\":\"ES256\",\"typ\":\"homeward-message+jws\",\"kid\":\"rs-sig-1\"}";

  /** What verifies elsewhere may be against our policy: no type, no key id, not ES256. */
  @TestFactory
  Stream<DynamicTest> conformance() {
    return Conformance.tests(
        "signatures/jose/cases.json",
        path -> {
          JsonNode cases = Json.mapper().readTree(Conformance.bytes(path));
          assertThat(cases).hasSize(12);
          return cases
              .valueStream()
              .map(c -> DynamicTest.dynamicTest(c.path("id").asString(), () -> check(c)));
        });
  }

  private static void check(JsonNode c) {
    String jws = c.path("jws").asString();
    assertThatThrownBy(() -> Jws.parse(jws, Jws.MESSAGE)).isInstanceOf(Unopened.class);
    JsonNode jwk = c.path("jwk");
    if (jwk.path("crv").asString("").equals("P-256")) {
      Jwk key = new Jwk("EC", "P-256", "k", jwk.path("x").asString(), jwk.path("y").asString());
      assertThat(Jws.isSigned(Compact.parse(jws, 3), key))
          .isEqualTo(c.path("expect").asString().equals("valid"));
    }
  }

  @Test
  void ourOwnHeaderIsTaken() {
    assertThat(verify(sign(HEADER)).partner().node()).isEqualTo("rs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"alg\":\"ES256\"|\"alg\":\"none\"",
        "\"alg\":\"ES256\"|\"alg\":\"HS256\"",
        "\"alg\":\"ES256\"|\"alg\":\"ES384\"",
        "\"alg\":\"ES256\"|\"alg\":\"es256\"",
        "\"alg\":\"ES256\"|\"alg\":\"ES256\",\"alg\":\"none\"",
        "\"alg\":\"ES256\"|\"alg\":\"ES256\",\"crit\":[\"exp\"],\"exp\":1",
        "\"alg\":\"ES256\"|\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"]",
        "\"alg\":\"ES256\"|\"alg\":\"ES256\",\"zip\":\"DEF\"",
        "\"alg\":\"ES256\"|\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\"}",
        "\"alg\":\"ES256\"|\"alg\":\"ES256\",\"jku\":\"https://evil.example\"",
        "\"alg\":\"ES256\"|\"alg\":\"ES256\",\"x5u\":\"https://evil.example\"",
        "homeward-message+jws|homeward-receipt+jws",
        "homeward-message+jws|JWT",
        "rs-sig-1|rs-enc-1",
        "rs-sig-1|gr-sig-1",
        "rs-sig-1|../../dev/null",
        "\"rs-sig-1\"|{\"$ne\":null}",
        "\"kid\"|\"Kid\""
      })
  void anyOtherHeaderIsRefusedThoughItIsSigned(String from, String to) {
    String header = HEADER.replace(from, to);
    assertThat(header).isNotEqualTo(HEADER);
    assertThatThrownBy(() -> verify(sign(header))).isInstanceOf(Unopened.class).hasNoCause();
  }

  @Test
  void aPublicKeyIsNoSharedSecret() throws JOSEException {
    byte[] publicKey = ((ECPublicKey) RS.signing().jwk().key().toPublicKey()).getEncoded();
    String input = base64(HEADER.replace("ES256", "HS256")) + "." + base64("{}");
    String mac =
        new MACSigner(publicKey)
            .sign(new JWSHeader(JWSAlgorithm.HS256), input.getBytes(StandardCharsets.US_ASCII))
            .toString();
    assertThatThrownBy(() -> verify(input + "." + mac)).isInstanceOf(Unopened.class);
  }

  @Test
  void aReceiptIsNoMessageAndAMessageNoRegistry() {
    String receipt = Jws.sign(new byte[] {'{', '}'}, Jws.RECEIPT, RS.signing());
    assertThatThrownBy(() -> verify(receipt)).isInstanceOf(Unopened.class);
    assertThatThrownBy(() -> Jws.sign(new byte[0], Jws.MESSAGE, held(KeyUse.ENC)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyOtherSealIsRefusedBeforeItIsOpened() {
    Jwk key = TwoNodes.sealing(GR);
    byte[] plain = new byte[64];
    assertThat(refusal(JoseGames.zipped(plain, "gr-enc-1", key)))
        .isEqualTo(TransportRefusal.WRONG_ALGORITHM);
    assertThat(
            refusal(
                JoseGames.seal(
                    plain, "gr-enc-1", key, EncryptionMethod.A256CBC_HS512, header -> header)))
        .isEqualTo(TransportRefusal.WRONG_ALGORITHM);
    assertThat(
            refusal(
                JoseGames.seal(
                    plain,
                    "gr-enc-1",
                    key,
                    EncryptionMethod.A256GCM,
                    header -> header.jwk(held(KeyUse.SIG).jwk().key()))))
        .isEqualTo(TransportRefusal.WRONG_ALGORITHM);
    assertThat(refusal(JoseGames.seal(plain, "gr-sig-1", key)))
        .isEqualTo(TransportRefusal.KEY_NOT_KNOWN);
  }

  @Test
  void keysAreOnOneCurveAndPrintAsNothing() {
    Jwk key = RS.signing().jwk();
    assertThatThrownBy(() -> new Jwk("EC", "P-384", "k", key.x(), key.y()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Jwk("EC", "P-256", "k", key.x(), key.x()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(RS.toString()).isEqualTo("NodeKeys[redacted]");
    assertThat(RS.signing().toString()).isEqualTo("HeldKey[redacted]");
    assertThat(Json.mapper().writeValueAsString(key)).doesNotContain("\"d\"");
    NodeKeys read = NodeKeys.read(RS.secret());
    assertThat(read.signing().jwk()).isEqualTo(key);
    assertThat(HeldKey.read(RS.signing().secret()).jwk()).isEqualTo(key);
    assertThat(Jwk.read(RS.signing().secret())).isEqualTo(key);
    assertThatThrownBy(() -> HeldKey.read("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause();
    assertThatThrownBy(() -> NodeKeys.read("{\"keys\":[]}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TransportRefusal refusal(byte[] sealed) {
    return catchThrowableOfType(Unopened.class, () -> Seal.open(sealed, GR)).why();
  }

  private static Signatures.Signed verify(String jws) {
    return Signatures.verify(jws, Jws.MESSAGE, REGISTRY);
  }

  /** Signs whatever header with the right key. */
  private static String sign(String header) {
    String input = base64(header) + "." + base64("{}");
    try {
      return input
          + "."
          + new ECDSASigner(RS.signing().key())
              .sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes(StandardCharsets.US_ASCII));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static HeldKey held(KeyUse use) {
    return RS.all().stream().filter(key -> key.use() == use).findFirst().orElseThrow();
  }
}
