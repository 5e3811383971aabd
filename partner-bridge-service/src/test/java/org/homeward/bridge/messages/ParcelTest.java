package org.homeward.bridge.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.homeward.bridge.handovers.dialogue.InFlight;
import org.homeward.schema.bridge.Hashes;
import org.homeward.schema.bridge.Message;
import org.homeward.schema.bridge.MessageSigner;
import org.homeward.schema.bridge.MessageStatus;
import org.homeward.schema.bridge.MessageType;
import org.homeward.schema.bridge.Seal;
import org.homeward.schema.bridge.SignedMessage;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.schema.bridge.keys.NodeKeys;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.snapshots.HandoverSide;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class ParcelTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final NodeKeys rs = NodeKeys.generate("rs");
  private final NodeKeys gr = NodeKeys.generate("gr");
  private final HeldKey sealing =
      gr.all().stream().filter(key -> key.use() == KeyUse.ENC).findFirst().orElseThrow();

  @Test
  void signalGoesAsItIs() {
    Seal.Contents opened = opened(MessageType.FREEZE, "{\"at\": \"2026-03-01T12:00:00Z\"}");

    assertThat(opened.body()).asString(UTF_8).contains("2026-03-01");
  }

  @Test
  @Proves(6)
  void wordsStayHereUnlessTheGateLetsThemGo() {
    Seal.Contents opened = opened(MessageType.RELEASE, "{\"secret\": \"Petar\"}");

    assertThat(opened.body()).isNull();
    assertThat(opened.jws()).doesNotContain("Petar");
  }

  private Seal.Contents opened(MessageType type, String body) {
    byte[] sealed = Parcel.signal(inFlight(type, body), sealing.jwk(), NOW).sealed();
    return Seal.open(sealed, gr);
  }

  private InFlight inFlight(MessageType type, String body) {
    var message =
        new Message(
            Message.VERSION,
            "rs",
            "gr",
            "00000000-0000-4000-8000-000000000001",
            HandoverSide.OWNER,
            0,
            1,
            null,
            NOW,
            type,
            Message.SCHEMA,
            MessageStatus.of(false),
            Hashes.of(body.getBytes(UTF_8)));
    SignedMessage signed = MessageSigner.sign(message, rs.signing());
    return new InFlight(
        1, type, signed.jws(), signed.hash(), body, List.of(), Basis.PUBLIC_TASK, null, null);
  }
}
