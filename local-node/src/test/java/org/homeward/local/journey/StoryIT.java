package org.homeward.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.homeward.local.client.Hotline;
import org.homeward.local.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The story on a node of real processes, and once more on what it has kept. */
@ExtendWith(SharedNode.class)
class StoryIT {
  private static final int SPEED_REPORTS = 100;

  @Test
  void everyStepPassesTwiceInARow(Hotline hotline) {
    assertPasses(hotline);
    assertPasses(hotline);
  }

  private static void assertPasses(Hotline hotline) {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);

    boolean passed = new Story(hotline.node(), out, Clock.systemUTC(), SPEED_REPORTS).play();

    assertThat(passed).as(told.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
