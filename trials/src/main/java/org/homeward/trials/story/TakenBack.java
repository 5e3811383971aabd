package org.homeward.trials.story;

import java.time.Duration;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import tools.jackson.databind.JsonNode;

/** A second case was offered by mistake: it is taken back before any police knew of it. */
final class TakenBack {
  private static final Duration CHAIN = Duration.ofSeconds(60);

  private final Episode episode;
  private final Handed second;

  TakenBack(Episode episode, Handed second) {
    this.episode = episode;
    this.second = second;
  }

  void play(Timeline timeline) {
    timeline.chapter("A second case, taken back");
    timeline.play("a girl's case is offered to Athens and accepted", this::offer);
    timeline.play("gordana recalls it: the wrong case", this::recall);
    timeline.play("the receipt comes: ERASED", this::receipt);
    timeline.play("maria finds nothing of it", this::gone);
  }

  private String offer() {
    String plate = "G-" + episode.plate;
    HotlineClient ana = episode.ana();
    Answer opened = Expect.status(201, ana.open(Reports.marked(plate), HotlineClient.newKey()));
    Expect.status(
        200,
        ana.release(
            opened.text("case"),
            opened.text("report"),
            episode.police.login().id(),
            opened.etag(),
            HotlineClient.newKey()));
    second.offer(opened.text("case"));
    second.awaitAbroad("the offer in Athens", h -> Handed.is(h, "OFFERED"));
    second.eleniMoves("acknowledge");
    second.eleniMoves("accept");
    JsonNode held =
        second.awaitAbroad("the case in Athens", h -> !h.path("case").asString("").isEmpty());
    second.foreignCase.is(held.path("case").asString(""));
    second.awaitForeignCase("the case on maria's screen", c -> c.path("reports").size() == 1);
    return "";
  }

  private String recall() {
    Expect.that("2xx", second.gordana().recall(second.id.get(), "MISTAKE").isSuccess());
    return "";
  }

  private String receipt() {
    JsonNode ended =
        Await.seen(
            "a receipt",
            CHAIN,
            () -> second.gordana().read(second.id.get()).json(),
            h -> Handed.hasReceipt(h, "ERASED"));
    return "(" + ended.path("status").asString("") + ")";
  }

  private String gone() {
    Answer gone = Expect.status(410, second.maria().read(second.foreignCase.get()));
    Expect.that("that it is erased", gone.text("type").contains("erased"));
    return "";
  }
}
