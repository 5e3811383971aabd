package org.homeward.local.story;

import java.io.PrintStream;
import java.time.Clock;
import org.homeward.local.client.Hotline;
import org.homeward.local.node.NodePlan;

/** How a report reaches the police desk, and the end reaches it too. */
public final class Story {
  private final NodePlan node;
  private final PrintStream out;
  private final Clock clock;
  private final int speedReports;

  /**
   * @param speedReports how many reports the speed is measured with
   */
  public Story(NodePlan node, PrintStream out, Clock clock, int speedReports) {
    this.node = node;
    this.out = out;
    this.clock = clock;
    this.speedReports = speedReports;
  }

  /** Plays all of it, also after a step that failed; returns whether every step passed. */
  public boolean play() {
    var hotline = new Hotline(node);
    var episode = new Episode(hotline, clock.instant());
    var desk = new PoliceDesk(episode);
    var timeline = new Timeline(out);
    new Calls(episode).play(timeline);
    new Release(episode, desk).play(timeline);
    new Ending(episode, desk).play(timeline);
    new Refusals(episode).play(timeline);
    new Speed(hotline, speedReports).play(timeline);
    new Secrets(episode).play(timeline);
    out.println();
    out.println(
        timeline.failed() == 0
            ? "All " + timeline.passed() + " steps passed."
            : timeline.failed()
                + " of "
                + (timeline.passed() + timeline.failed())
                + " steps FAILED.");
    return timeline.failed() == 0;
  }
}
