package org.homeward.trials.story;

import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.homeward.trials.story.Expect.Known;
import org.homeward.trials.story.witness.Confidant;
import tools.jackson.databind.JsonNode;

/** The search ends for one child, then for all; a word on the phone does not end it. */
final class Ending {
  private final Episode episode;
  private final PoliceDesk desk;
  private final Confidant mina;
  private final Known<String> referral = new Known<>("the referral");

  Ending(Episode episode) {
    this.episode = episode;
    this.desk = episode.police;
    this.mina = new Confidant(episode.hotline());
  }

  void play(Timeline timeline) {
    timeline.chapter("The boy is found");
    timeline.play("ana freezes the case; for the police the search goes on", this::freeze);
    timeline.play(
        "it was another boy: jelena wants the freeze lifted, and it stands", this::firstWord);
    timeline.play("her other login is the same person: still frozen", this::samePerson);
    timeline.play("petar agrees: the freeze that both have named is lifted", this::secondWord);
    timeline.play("\"he is home\", says a parent: located, not verified", this::located);
    timeline.play("an end that nobody verified is refused", this::unverifiedEnd);
    timeline.play("jelena ends it with the police's reference:", this::verifiedEnd);
    timeline.play("of the boy nothing is left on the feed", this::factsAreGone);
    timeline.play("mina refers him to lawyers: one sheet, by telephone", this::referred);
    timeline.play("ana, jelena and the police find no referral", this::onlyHers);
  }

  private String freeze() {
    Answer frozen =
        Expect.status(200, episode.ana().freeze(episode.caseId(), HotlineClient.newKey()));
    Expect.equal("standing", "FROZEN", frozen.text("standing"));
    Expect.equal("status", "ACTIVE", PoliceDesk.status(desk.await("the item", seen -> true)));
    return "";
  }

  private String firstWord() {
    JsonNode known = Expect.status(200, episode.ana().read(episode.caseId())).json();
    Expect.equal("freeze", "1", known.path("freeze").path("number").asString(""));
    Answer waits = Expect.status(200, lift("jelena"));
    Expect.equal("standing", "FROZEN", waits.text("standing"));
    return "";
  }

  private String samePerson() {
    Expect.status(409, lift("jelena-2"));
    return "";
  }

  private String secondWord() {
    Answer lifted = Expect.status(200, lift("petar"));
    Expect.equal("standing", "OPEN", lifted.text("standing"));
    return "";
  }

  private Answer lift(String login) {
    String first = "{\"freeze\": 1, \"reason\": \"it was another boy\"}";
    String path = "/api/v1/cases/" + episode.caseId() + "/freeze/lift";
    return episode.hotline().as(login).post(path, first, HotlineClient.newKey(), "");
  }

  private String located() {
    Expect.status(
        200, episode.ana().located(episode.caseId(), episode.child(), HotlineClient.newKey()));
    JsonNode known = Expect.status(200, episode.ana().read(episode.caseId())).json();
    Expect.equal("standing", "FROZEN", known.path("standing").asString(""));
    Expect.equal("child", "LOCATED_UNVERIFIED", childStatus(known));
    JsonNode item = desk.await("the word", seen -> childStatus(seen).equals("LOCATED_UNVERIFIED"));
    Expect.equal("status", "ACTIVE", PoliceDesk.status(item));
    return "";
  }

  private String unverifiedEnd() {
    String ending = "{\"outcome\": \"FOUND_SAFE\", \"reference\": \"a parent's word\"}";
    Expect.status(422, end(episode.jelena(), ending));
    return "";
  }

  private String verifiedEnd() {
    String ending =
        """
        {"outcome": "FOUND_SAFE", "verifiedBy": "POLICE_REFERENCE", "reference": "KU-4417/26"}
        """;
    Answer ended = Expect.status(200, end(episode.jelena(), ending));
    long begin = System.nanoTime();
    Expect.equal("standing", "ENDED", ended.text("standing"));
    JsonNode item = desk.await("the end", seen -> PoliceDesk.status(seen).equals("ENDED"));
    Expect.equal("outcome", "FOUND_SAFE", item.path("outcome").asString(""));
    return "police see the end after " + (System.nanoTime() - begin) / 1_000_000 + " ms";
  }

  private String factsAreGone() {
    JsonNode item = desk.await("the end", seen -> PoliceDesk.status(seen).equals("ENDED"));
    Expect.that("no facts in the item", item.path("facts").isMissingNode());
    Expect.that("no name in the item", !item.toString().contains(Reports.NAME));
    Expect.that("no name in the Atom feed", !desk.reader().atom().body().contains(Reports.NAME));
    return "";
  }

  private String referred() {
    referral.is(mina.refers(episode.run));
    Answer read = Expect.status(200, mina.reads(referral.get()));
    String sheet = read.json().path("sheet").toString();
    Expect.that("his language in the sheet", sheet.contains("\"sr\""));
    Expect.that("nothing of the file in the sheet", !sheet.contains(Confidant.OF_HIM));
    return "(" + read.text("stage") + ")";
  }

  private String onlyHers() {
    Expect.status(403, episode.ana().get(referral.get()));
    Expect.status(403, episode.dragan().get(referral.get()));
    Expect.status(404, episode.jelena().get(referral.get()));
    return "";
  }

  private Answer end(HotlineClient by, String ending) {
    return by.end(episode.caseId(), episode.child(), ending, HotlineClient.newKey());
  }

  private String childStatus(JsonNode known) {
    return known.path("children").path(episode.child()).path("status").asString("");
  }
}
