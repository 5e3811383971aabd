package org.homeward.trials;

import java.io.PrintStream;
import java.time.Clock;
import org.homeward.local.command.Up;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.story.Story;

/** Starts what is missing and plays the story. */
final class PlayStory {
  private static final int SPEED_REPORTS = 60;

  private final PrintStream out;
  private final Clock clock;

  PlayStory(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  int run(Neighbours nodes) throws Exception {
    if (!nodes.isHealthy()) {
      new Up(out).start(nodes, nodes.all());
    }
    return new Story(nodes.rs(), nodes.gr(), out, clock, SPEED_REPORTS).play() ? 0 : 1;
  }
}
