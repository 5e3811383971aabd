package org.homeward.trials.story;

import java.time.Duration;
import org.homeward.local.node.Node;
import org.homeward.local.node.Poll;
import org.homeward.trials.story.Expect.Known;

/** The partner is away while the case ends: nobody else waits for it. */
final class Away {
  /** Three intervals of the bridge's repeats: 2, 4 and 8 s. */
  private static final Duration THREE_INTERVALS = Duration.ofSeconds(14);

  /** The start of the node takes the rest of the time. */
  private static final Duration BEFORE_START = Duration.ofSeconds(9);

  private static final Duration PAUSE = Duration.ofMillis(50);

  /**
   * A correction while Athens is away. When Athens returns, the case is over and must not be told
   * any more.
   */
  static final String LATE_MAKE = "Wartburg";

  private final Episode episode;
  private final Node gr;
  private final Known<Long> since = new Known<>("the time when Athens went away");

  Away(Episode episode, Node gr) {
    this.episode = episode;
    this.gr = gr;
  }

  void play(Timeline timeline) {
    timeline.chapter("Athens does not answer");
    timeline.play("node gr is stopped", this::stop);
    timeline.play("ana learns the car's make; Athens cannot be told", this::late);
  }

  /** The time that the partner needs after its return. */
  void playReturn(Timeline timeline) {
    timeline.chapter("Athens is back");
    timeline.play("node gr is started", this::start);
    timeline.play("it was away for more than three repeats", this::longEnough);
  }

  private String stop() {
    gr.down();
    since.is(System.nanoTime());
    return "";
  }

  private String late() {
    episode.correct("{\"says\": {\"vehicle\": {\"make\": \"" + LATE_MAKE + "\"}}}");
    return "";
  }

  private String start() {
    long earliest = since.get() + BEFORE_START.toNanos();
    Poll.until(BEFORE_START, PAUSE, () -> System.nanoTime() >= earliest);
    gr.up(line -> {});
    return "";
  }

  private String longEnough() {
    var away = Duration.ofNanos(System.nanoTime() - since.get());
    Expect.that("a longer time", away.compareTo(THREE_INTERVALS) > 0);
    return "(" + away.toSeconds() + " s)";
  }
}
