package org.homeward.trials.story;

import java.time.Duration;
import org.homeward.local.client.Answer;
import tools.jackson.databind.JsonNode;

/** The partner returns, and the case ends there too. */
final class Return {
  private static final Duration CHAIN = Duration.ofSeconds(90);

  private final Episode episode;
  private final Handed handed;

  Return(Episode episode, Handed handed) {
    this.episode = episode;
    this.handed = handed;
  }

  void play(Timeline timeline) {
    timeline.play("its receipt comes: KEPT, because its police hold a record", this::receipt);
    timeline.play("on maria's screen the case is erased", this::erased);
    timeline.play("the Greek police see that it ended, and no fact", this::greekPolice);
    timeline.play("eleni's list has ids, states and times only", this::listed);
  }

  private String receipt() {
    JsonNode ended =
        Await.seen(
            "a receipt",
            CHAIN,
            () -> handed.gordana().read(handed.id.get()).json(),
            h -> Handed.hasReceipt(h, "KEPT"));
    return "(" + ended.path("status").asString("") + ")";
  }

  private String erased() {
    Answer gone = Expect.status(410, handed.maria().read(handed.foreignCase.get()));
    Expect.that("that it is erased", gone.text("type").contains("erased"));
    return "";
  }

  private String greekPolice() {
    JsonNode item = handed.greekPolice.await("the end", i -> PoliceDesk.status(i).equals("ENDED"));
    Expect.that("no facts in the item", item.path("facts").isMissingNode());
    return "";
  }

  private String listed() {
    Answer closed = Expect.status(200, handed.eleni().read(handed.id.get()));
    Expect.that(
        "no fact", !closed.body().contains(episode.plate) && !closed.body().contains("Kestenar"));
    return "(" + closed.text("status") + ")";
  }
}
