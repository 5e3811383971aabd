package org.homeward.intake.endings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** The replay that a restored service finds: with two of them it would not start. */
class ReplayEndsIT {

  @Test
  @Proves(4)
  void aRestoreFindsTheOneReplayThatKnowsEveryKindOfLine() {
    Replay replay = TrialIntake.get().bean(Replay.class);
    String unknown = UUID.randomUUID().toString();
    var erased =
        new EndsLine(Instant.EPOCH, "case/" + unknown, 3, "erase", Map.of("reason", "COURT_ORDER"));
    var kept =
        new EndsLine(Instant.EPOCH, "case/" + unknown, 2, "kept", Map.of("entry0", "person:a"));
    var filed =
        new EndsLine(Instant.EPOCH, "draft/" + unknown, 2, "filed", Map.of("case", unknown));

    assertThat(replay.replay(kept)).isEqualTo(Replay.Replayed.MISSING);
    assertThat(replay.replay(erased)).isEqualTo(Replay.Replayed.MISSING);
    assertThat(replay.replay(filed)).isEqualTo(Replay.Replayed.KNOWN);
  }
}
