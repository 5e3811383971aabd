package org.homeward.local.command;

import java.io.PrintStream;
import java.time.Clock;
import org.homeward.local.node.Node;
import org.homeward.local.story.Story;

/** Starts what is missing and plays the story. */
final class PlayStory {
  private static final int SPEED_REPORTS = 500;

  private final PrintStream out;
  private final Clock clock;

  PlayStory(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  int run(Node node) throws Exception {
    if (!node.isHealthy()) {
      new Up(out).start(node);
    }
    return new Story(node.plan(), out, clock, SPEED_REPORTS).play() ? 0 : 1;
  }
}
