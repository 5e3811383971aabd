package org.homeward.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.homeward.local.node.Neighbours;
import org.homeward.local.soak.Soak;
import org.homeward.local.soak.Soak.SoakSettings;
import org.homeward.local.soak.fault.Wiring;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two short rounds without proxies; the long ones are {@code ./homeward soak}. */
@ExtendWith(SharedNodes.class)
class SoakIT {
  private static final SoakSettings SHORT =
      new SoakSettings(
          2,
          Duration.ofMinutes(3),
          20_261_121,
          Set.of("kill", "suspend-publisher", "reader-away"),
          false);

  @TempDir Path directory;

  @Test
  @Proves(12)
  void whatWasAcceptedIsKeptWhateverGoesWrong(Neighbours nodes) throws Exception {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    try (var wiring = new Wiring(directory)) {

      boolean kept =
          new Soak(nodes.rs(), nodes.gr(), wiring, out, Clock.systemUTC()).run(SHORT, directory);

      assertThat(kept).as(told.toString(StandardCharsets.UTF_8)).isTrue();
    }
  }
}
