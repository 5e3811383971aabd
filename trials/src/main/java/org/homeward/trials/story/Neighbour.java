package org.homeward.trials.story;

import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import tools.jackson.databind.JsonNode;

/** The case is offered to the hotline of another country, and disclosed step by step. */
final class Neighbour {
  private final Episode episode;
  private final Handed handed;

  Neighbour(Episode episode, Handed handed) {
    this.episode = episode;
    this.handed = handed;
  }

  void play(Timeline timeline) {
    timeline.chapter("Athens is asked for help");
    timeline.play("the Greek police have a desk at their own hotline", this::greekDesk);
    timeline.play("gordana offers the case to Athens", this::offer);
    timeline.play("eleni in Athens sees an age band, a reason, and no name", this::coarse);
    timeline.play("she acknowledges, and accepts to look", this::accept);
    timeline.play("the minimum arrives: a name, held, on maria's screen", this::minimum);
    timeline.play("the Greek police see nothing of it", this::greekPoliceSeeNothing);
    timeline.play("eleni has checked for conflicts: the rest arrives", this::full);
    timeline.play("what the caller and the boy said in confidence does not", this::notForPartners);
  }

  private String greekDesk() {
    handed.greekPolice.register("Police Thessaloniki");
    return "";
  }

  private String offer() {
    handed.offer(episode.caseId());
    return "";
  }

  private String coarse() {
    JsonNode offered = handed.awaitAbroad("the offer in Athens", h -> Handed.is(h, "OFFERED"));
    String all = offered.toString();
    Expect.that("an age band", all.contains("YEARS_7_TO_12"));
    Expect.that("a reason", all.contains("ROUTE"));
    Expect.that(
        "no name, car, medicine or case number",
        !all.contains("Kestenar")
            && !all.contains(Reports.NAME)
            && !all.contains(episode.plate)
            && !all.contains("insulin")
            && !all.contains(episode.caseId()));
    return "";
  }

  private String accept() {
    handed.eleniMoves("acknowledge");
    handed.awaitAtHome("that a person has seen it", h -> !Handed.is(h, "OFFERED"));
    handed.eleniMoves("accept");
    return "";
  }

  private String minimum() {
    JsonNode held =
        handed.awaitAbroad("the case in Athens", h -> !h.path("case").asString("").isEmpty());
    handed.foreignCase.is(held.path("case").asString(""));
    JsonNode known =
        handed.awaitForeignCase("the name", c -> c.toString().contains(Reports.LATIN_NAME));
    JsonNode report = known.path("reports").path(0);
    Expect.equal("home", "rs", known.path("home").asString(""));
    Expect.equal("reports", 1, known.path("reports").size());
    Expect.equal("channel", "PARTNER", report.path("channel").asString(""));
    Expect.that("held", report.path("policeRelease").toString().contains("HELD"));
    Expect.that(
        "no car and no medicine yet",
        !known.toString().contains(episode.plate) && !known.toString().contains("insulin"));
    return "";
  }

  private String greekPoliceSeeNothing() {
    Expect.equal("items", 0, handed.greekPolice.all().size());
    return "";
  }

  private String full() {
    handed.eleniMoves("check");
    long begin = System.nanoTime();
    handed.awaitForeignCase("the car", c -> c.toString().contains(episode.plate));
    return Await.after(begin);
  }

  private String notForPartners() {
    Answer known = Expect.status(200, handed.maria().read(handed.foreignCase.get()));
    Expect.that(
        "neither number nor words",
        !known.body().contains("+381600417417") && !known.body().contains(Reports.CHILD_WORDS));
    Expect.that("nothing of the held report", !known.body().contains(Reports.SECOND_PLATE));
    return "";
  }

  /** A request for a change of facts that only the owner may state. */
  static Answer amendment(Handed handed, String caseId) {
    HotlineClient maria = handed.maria();
    String patch = "{\"says\": {\"vehicle\": {\"colour\": \"WHITE\"}}}";
    return Await.seen(
        "an answer",
        () -> {
          Answer known = Expect.status(200, maria.read(caseId));
          String report = known.json().path("reports").path(0).path("id").asString("");
          return maria.amend(caseId, report, patch, known.etag());
        },
        answer -> answer.status() != 412); // something may arrive meanwhile
  }
}
