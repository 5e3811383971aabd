package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.door.DoorRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A short form of {@code ./homeward door}. */
@ExtendWith(SharedNodes.class)
class DoorIT {

  @Test
  void strangersAtTheDoorAreNotNoticed(Neighbours nodes) throws Exception {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);

    boolean kept = new DoorRun(nodes.rs(), DoorRun.Settings.SHORT, out, Clock.systemUTC()).run();

    assertThat(kept).as(told.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
