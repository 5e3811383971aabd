package org.homeward.schema.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.homeward.schema.bridge.TwoNodes.ISSUER;
import static org.homeward.schema.bridge.TwoNodes.NOW;
import static org.homeward.schema.bridge.TwoNodes.REGISTRY;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.schema.bridge.RegistryRefused.Reason;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.Jwk;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.PartnerKey;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class RegistryCodecTest {

  private static final byte[] FILE = RegistryCodec.sign(REGISTRY, ISSUER);

  @Test
  void whatTheIssuerSignedReadsTheSame() {
    assertThat(RegistryCodec.verify(FILE, ISSUER.jwk())).isEqualTo(REGISTRY);
    byte[] withLineEnd =
        (new String(FILE, StandardCharsets.US_ASCII) + "\n").getBytes(StandardCharsets.US_ASCII);
    assertThat(RegistryCodec.verify(withLineEnd, ISSUER.jwk())).isEqualTo(REGISTRY);
    assertThat(REGISTRY.partner("gr")).isPresent();
    assertThat(REGISTRY.partner("xx")).isEmpty();
  }

  @Test
  void anOlderOneThanSeenIsRefused() {
    assertThat(RegistryCodec.verify(FILE, ISSUER.jwk(), 3)).isEqualTo(REGISTRY);
    assertThat(refused(FILE, ISSUER.jwk(), 4)).isEqualTo(Reason.ROLLBACK);
  }

  @Test
  void anotherSignerIsRefused() {
    HeldKey other = HeldKey.generate(KeyUse.SIG, "registry-1");
    assertThat(refused(FILE, other.jwk(), 0)).isEqualTo(Reason.WRONG_SIGNER);
    assertThat(refused(new byte[] {'x'}, ISSUER.jwk(), 0)).isEqualTo(Reason.NOT_SIGNED);
    byte[] asMessage =
        Jws.sign("{}".getBytes(StandardCharsets.UTF_8), Jws.MESSAGE, ISSUER)
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(refused(asMessage, ISSUER.jwk(), 0)).isEqualTo(Reason.NOT_SIGNED);
  }

  @Test
  void anyFlippedByteIsRefused() {
    for (int i = 0; i < FILE.length; i += 3) {
      byte[] flipped = FILE.clone();
      flipped[i] ^= 2;
      assertThatThrownBy(() -> RegistryCodec.verify(flipped, ISSUER.jwk()))
          .as("byte " + i)
          .isInstanceOf(RegistryRefused.class)
          .hasNoCause();
    }
  }

  @Test
  void itExpires() {
    assertThat(REGISTRY.isExpiredAt(REGISTRY.expires())).isFalse();
    assertThat(REGISTRY.isExpiredAt(REGISTRY.expires().plusMillis(1))).isTrue();
  }

  @Test
  void whatANewerProgramWritesIsReadAsFarAsItIsKnown() {
    ObjectNode json = Json.wire().valueToTree(REGISTRY);
    json.put("motto", "x");
    assertThat(RegistryCodec.verify(signed(json), ISSUER.jwk())).isEqualTo(REGISTRY);
    json.remove("expires");
    assertThat(refused(signed(json), ISSUER.jwk(), 0)).isEqualTo(Reason.UNREADABLE);
  }

  @Test
  void aKeyTellsWhoseItIs() {
    Partner gr = TwoNodes.partner("gr", TwoNodes.GR);
    Partner thief = TwoNodes.partner("xx", TwoNodes.GR);
    assertThatThrownBy(() -> TwoNodes.registry(1, NOW, gr, thief))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TwoNodes.registry(1, NOW, gr, gr))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theNewestKeyInUseSeals() {
    Jwk old = TwoNodes.sealing(TwoNodes.GR);
    Jwk next = HeldKey.generate(KeyUse.ENC, "gr-enc-2").jwk();
    Instant change = NOW.plusSeconds(600);
    Partner gr =
        with(
            new PartnerKey(KeyUse.ENC, old, NOW.minusSeconds(60), NOW.plusSeconds(1200)),
            new PartnerKey(KeyUse.ENC, next, change, NOW.plusSeconds(9999)));
    assertThat(gr.sealingKey(NOW)).contains(old);
    assertThat(gr.sealingKey(change)).contains(next);
    assertThat(gr.sealingKey(NOW.plusSeconds(99_999))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://bridge.example/bridge/v1/messages, true",
    "http://127.0.0.1:8183/bridge/v1/messages, true",
    "http://localhost:8183/x, true",
    "http://bridge.example/x, false",
    "http://127.0.0.1.evil.example/x, false",
    "ftp://127.0.0.1/x, false"
  })
  void plainHttpStaysOnOneMachine(URI endpoint, boolean allowed) {
    assertThat(isAllowed(endpoint)).isEqualTo(allowed);
  }

  private static boolean isAllowed(URI endpoint) {
    try {
      new Partner("gr", "x", "GR", endpoint, List.of(), List.of(1), Set.of(), false, List.of());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Partner with(PartnerKey... keys) {
    URI endpoint = URI.create("https://x.example/");
    return new Partner(
        "gr", "x", "GR", endpoint, List.of(keys), List.of(1), Set.of(), false, List.of());
  }

  private static byte[] signed(ObjectNode json) {
    return Jws.sign(json.toString().getBytes(StandardCharsets.UTF_8), Jws.REGISTRY, ISSUER)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static Reason refused(byte[] file, Jwk trusted, long highestSeen) {
    return catchThrowableOfType(
            RegistryRefused.class, () -> RegistryCodec.verify(file, trusted, highestSeen))
        .reason();
  }

  @Test
  @Proves(6)
  void signalIsSealedWhateverTheTimeOfTheKeys() {
    Partner gr = REGISTRY.partner("gr").orElseThrow();
    Instant longAfter = NOW.plusSeconds(86_400_000);

    assertThat(gr.sealingKey(longAfter)).isEmpty();
    assertThat(gr.signalKey(longAfter)).isEqualTo(gr.sealingKey(NOW)).isPresent();
    assertThat(gr.signalKey(Instant.EPOCH)).isPresent();
  }
}
