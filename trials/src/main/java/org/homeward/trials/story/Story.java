package org.homeward.trials.story;

import java.io.PrintStream;
import java.time.Clock;
import org.homeward.local.client.Exchanges;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.Http;
import org.homeward.local.node.Node;
import org.homeward.trials.story.witness.Passerby;

/** A boy is missing in Novi Sad: from the first call to the end for everybody who was told. */
public final class Story {
  private final Node rs;
  private final Node gr;
  private final PrintStream out;
  private final Clock clock;
  private final int speedReports;
  private final Exchanges watch;
  private final Http http;

  /**
   * @param gr the node that is stopped and started again
   * @param speedReports how many reports measure the speed
   * @param watch looks at each request and answer
   */
  public Story(Node rs, Node gr, PrintStream out, Clock clock, int speedReports, Exchanges watch) {
    this.rs = rs;
    this.gr = gr;
    this.out = out;
    this.clock = clock;
    this.speedReports = speedReports;
    this.watch = watch;
    this.http = new Http(watch);
  }

  /** Plays all of it, also after a step that failed; returns whether every step passed. */
  public boolean play() {
    var timeline = new Timeline(out);
    var home = new Hotline(rs.plan(), http);
    try (var redCross = new RedCross(home)) {
      play(timeline, home, redCross);
    }
    return verdict(timeline);
  }

  private void play(Timeline timeline, Hotline home, RedCross redCross) {
    var abroad = new Hotline(gr.plan(), http);
    var episode = new Episode(home, clock);
    var alerted = new Alerted(home, episode.run);
    var handed = new Handed(home, abroad, episode.plate);
    var second = new Handed(home, abroad, "G-" + episode.plate);
    var away = new Away(episode, gr);
    var portrait = new Portrait(episode, handed);
    var openPage = new OpenPage(episode, alerted, new Passerby(rs.plan(), episode.run, watch));

    new Calls(episode).play(timeline);
    new Release(episode).play(timeline);
    new Volunteering(episode, alerted).play(timeline);
    redCross.play(timeline);
    new Alerting(episode, alerted, redCross).play(timeline);
    new Stopping(episode, alerted).play(timeline);
    openPage.play(timeline);
    new Neighbour(episode, handed).play(timeline);
    new Search(episode, handed).play(timeline);
    portrait.play(timeline);
    new Stranger(episode).play(timeline);
    away.play(timeline);
    new Ending(episode).play(timeline);
    new Interviewed(episode).play(timeline);
    new Aftermath(alerted, handed, redCross).play(timeline);
    openPage.playEmpty(timeline);
    new Refusals(episode).play(timeline);
    new Speed(home, speedReports).play(timeline);
    away.playReturn(timeline);
    new Return(episode, handed).play(timeline);
    portrait.playGone(timeline);
    new TakenBack(episode, second).play(timeline);
    new Proofs(episode, alerted, handed, second).play(timeline);
    new Remains(episode, handed).play(timeline);
    new Secrets(episode, alerted, handed).play(timeline);
  }

  private boolean verdict(Timeline timeline) {
    int all = timeline.passed() + timeline.failed();
    out.println();
    out.println(
        timeline.failed() == 0
            ? "All " + all + " steps passed."
            : timeline.failed() + " of " + all + " steps FAILED.");
    return timeline.failed() == 0;
  }
}
