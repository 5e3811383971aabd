package org.homeward.schema.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.homeward.schema.bridge.keys.HeldKey;
import org.homeward.schema.bridge.keys.KeyUse;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class CheckpointTest {

  private static final HeldKey KEY = HeldKey.generate(KeyUse.SIG, "rs-intake-audit-1");
  private static final Checkpoint SAID =
      new Checkpoint(
          "rs", "intake", "ab12cd34", 4711, "f".repeat(64), Instant.parse("2026-03-01T02:00:00Z"));

  @Test
  void whatIsSignedReadsTheSame() {
    assertThat(Checkpoint.read(SAID.sign(KEY), KEY.jwk())).contains(SAID);
    assertThat(SAID.file()).isEqualTo("rs-intake-ab12cd34-000000004711.jws");
  }

  @Test
  void whatCouldNotBeCheckedIsPartOfIt() {
    var lost =
        new Checkpoint(
            SAID.node(), SAID.service(), SAID.epoch(), SAID.n(), SAID.hash(), SAID.at(), 17L);
    assertThat(Checkpoint.read(lost.sign(KEY), KEY.jwk())).contains(lost);
    assertThat(lost.checkedFrom()).isEqualTo(17);
    assertThat(SAID.checkedFrom()).isZero();
  }

  @Test
  @Proves(10)
  void anyFlippedByteAnotherSignerAndAnotherKindOfSignatureAreNone() {
    byte[] file = SAID.sign(KEY);
    for (int i = 0; i < file.length - 1; i++) {
      byte[] flipped = file.clone();
      flipped[i] ^= 2;
      assertThat(Checkpoint.read(flipped, KEY.jwk())).as("byte " + i).isEmpty();
    }
    HeldKey other = HeldKey.generate(KeyUse.SIG, KEY.kid());
    assertThat(Checkpoint.read(file, other.jwk())).isEmpty();
    byte[] message = "{}".getBytes(StandardCharsets.UTF_8);
    byte[] asMessage = Jws.sign(message, Jws.MESSAGE, KEY).getBytes(StandardCharsets.US_ASCII);
    assertThat(Checkpoint.read(asMessage, KEY.jwk())).isEmpty();
    byte[] empty = Jws.sign(message, Jws.CHECKPOINT, KEY).getBytes(StandardCharsets.US_ASCII);
    assertThat(Checkpoint.read(empty, KEY.jwk())).isEmpty();
  }
}
