package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.door.DoorRun;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A short form of {@code ./homeward door}. */
@ExtendWith(SharedNodes.class)
@Order(Integer.MAX_VALUE - 1) // waits for SoakIT, and the others would wait behind it
@ResourceLock(DoorIT.ALL_OF_THE_MACHINE)
class DoorIT {

  /** A trial that counts refused requests and late answers bears no other load beside it. */
  static final String ALL_OF_THE_MACHINE = "all of the machine";

  @Test
  void strangersAtTheDoorAreNotNoticed(Neighbours nodes) throws Exception {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);

    boolean kept = new DoorRun(nodes.rs(), DoorRun.Settings.SHORT, out, Clock.systemUTC()).run();

    assertThat(kept).as(told.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
