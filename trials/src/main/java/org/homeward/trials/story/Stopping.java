package org.homeward.trials.story;

import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;

/** One person stops an alert; two people lift the stop. */
final class Stopping {
  private final Episode episode;
  private final Alerted alerted;

  Stopping(Episode episode, Alerted alerted) {
    this.episode = episode;
    this.alerted = alerted;
  }

  void play(Timeline timeline) {
    timeline.chapter("A stop, and its lift");
    timeline.play("marko stops the alert, alone and at once", this::stop);
    timeline.play("ana is asked whether the case should be frozen too", this::task);
    timeline.play("a further text of a stopped alert is refused", this::nothingNew);
    timeline.play("jelena wants it lifted; that lifts nothing yet", this::propose);
    timeline.play("her other login is the same person: still stopped", this::samePerson);
    timeline.play("petar agrees, and the stop is lifted", this::lift);
  }

  private String stop() {
    Answer stopped = alerted.as("marko").stopAlert(alerted.alert.get(), HotlineClient.newKey());
    Expect.status(200, stopped);
    Expect.that("the alert among the stops", isStopped());
    return "";
  }

  private String task() {
    Await.seen(
        "a task on ana's screen",
        () -> episode.screen().body(),
        body -> body.contains("FREEZE_CASE_TOO"));
    return "";
  }

  private String nothingNew() {
    Expect.status(409, alerted.as("jelena").update(alerted.alert.get(), "No."));
    return "";
  }

  private String propose() {
    Expect.status(200, alerted.as("jelena").liftOfAlert(alerted.alert.get()));
    Expect.that("still stopped", isStopped());
    return "";
  }

  private String samePerson() {
    Expect.status(409, alerted.as("jelena-2").liftOfAlert(alerted.alert.get()));
    Expect.that("still stopped", isStopped());
    return "";
  }

  private String lift() {
    Expect.status(200, alerted.as("petar").liftOfAlert(alerted.alert.get()));
    Expect.that("not stopped any more", !isStopped());
    return "";
  }

  private boolean isStopped() {
    String stop = "alert." + alerted.alert.get();
    for (var line : Expect.status(200, alerted.as("marko").stops()).json().path("stops")) {
      if (line.path("stop").asString("").equals(stop)) {
        return line.path("status").asString("").equals("STANDING");
      }
    }
    return false;
  }
}
