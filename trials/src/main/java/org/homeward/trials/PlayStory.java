package org.homeward.trials;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import org.homeward.local.client.Exchanges;
import org.homeward.local.command.Up;
import org.homeward.local.node.Neighbours;
import org.homeward.trials.exchange.ExchangeLog;
import org.homeward.trials.story.Story;

/**
 * Starts what is missing and plays the story. It writes each request and answer to the file that
 * {@code HOMEWARD_EXCHANGES} names.
 */
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
    String kept = System.getenv("HOMEWARD_EXCHANGES");
    if (kept == null) {
      return play(nodes, (_, _) -> {});
    }
    try (var log = new ExchangeLog(Path.of(kept))) {
      return play(nodes, log);
    }
  }

  private int play(Neighbours nodes, Exchanges watch) {
    var story = new Story(nodes.rs(), nodes.gr(), out, clock, SPEED_REPORTS, watch);
    return story.play() ? 0 : 1;
  }
}
