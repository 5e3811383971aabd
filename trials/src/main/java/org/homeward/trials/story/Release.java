package org.homeward.trials.story;

import java.util.regex.Pattern;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import tools.jackson.databind.JsonNode;

/** A person releases the report, and the police desk reads it. */
final class Release {
  private final Episode episode;
  private final PoliceDesk desk;
  private String reads = "";

  Release(Episode episode) {
    this.episode = episode;
    this.desk = episode.police;
  }

  void play(Timeline timeline) {
    timeline.chapter("The police are told");
    timeline.play("ana releases the report to the desk:", this::policeSeeIt);
    timeline.play(
        "the answer names the desks that read it, and Niš reads nothing", this::nisDoesNot);
    timeline.play("the border police read it too", this::borderPoliceSeeIt);
    timeline.play("the item holds what a search needs", this::itemHoldsWhatASearchNeeds);
    timeline.play("the same item stands in the Atom feed, its title without a name", this::atom);
    timeline.play(
        "what the boy told his counsellor, mina reads and nobody else", this::confidantWordsStay);
    timeline.play("a classmate's chat joins the case, held", this::secondReportJoins);
    timeline.play("ana corrects the car's colour:", this::amendment);
    timeline.play("of the held report nothing is on the feed", this::secondReportIsNotThere);
    timeline.play("a correction of what is out of date is refused", this::staleAmendment);
    timeline.play("ana may not keep the case from a desk", this::operatorMayNot);
    timeline.play(
        "jelena keeps it from the border police, where a relative works: withdrawn there,",
        this::withdrawn);
    timeline.play("and Novi Sad reads on", this::othersReadOn);
  }

  private String policeSeeIt() {
    Answer released =
        episode
            .ana()
            .release(
                episode.caseId(),
                episode.reportId(),
                desk.login().id(),
                episode.etag.get(),
                HotlineClient.newKey());
    long begin = System.nanoTime();
    Expect.status(200, released);
    reads = released.json().path("police").toString();
    JsonNode item = desk.await("the report", seen -> true);
    long millis = (System.nanoTime() - begin) / 1_000_000;
    episode.etag.is(released.etag());
    Expect.equal("status", "ACTIVE", PoliceDesk.status(item));
    // The item's only entry is its first: while the report was held there was none.
    Expect.equal("changes", 1, item.path("changed").size());
    return "police see it " + millis + " ms after release";
  }

  private String nisDoesNot() {
    Expect.that("the desk in the answer", reads.contains(desk.login().id()));
    Expect.that("no doubt in the answer", reads.contains("\"doubts\":[]"));
    Expect.that(
        "not the desk in Niš in the answer", !reads.contains(episode.policeInNis.login().id()));
    Expect.equal("items", 0, episode.policeInNis.all().size());
    return "";
  }

  private String borderPoliceSeeIt() {
    Expect.that("the desk in the answer", reads.contains(episode.borderPolice.login().id()));
    JsonNode item = episode.borderPolice.await("the report", seen -> true);
    Expect.equal("status", "ACTIVE", PoliceDesk.status(item));
    return "";
  }

  private String itemHoldsWhatASearchNeeds() {
    String item = desk.await("the report", seen -> true).toString();
    for (String needed :
        new String[] {
          Reports.NAME,
          Reports.LATIN_NAME,
          "uncertaintyMinutes",
          "insulin",
          "ACQUAINTANCE",
          "+381600417417",
          episode.plate
        }) {
      Expect.that("names, place, car, medicine and phone in the item", item.contains(needed));
    }
    return "";
  }

  private String atom() {
    String atom = Expect.status(200, desk.reader().atom()).body();
    Expect.that("the item in the Atom feed", atom.contains(desk.notice()));
    String door = episode.hotline().node().door().toString();
    Expect.that("links to this node", atom.contains("href=\"" + door + "/api/v1/notices/"));
    var titles = Pattern.compile("<title[^>]*>([^<]*)</title>").matcher(atom);
    while (titles.find()) {
      Expect.that(
          "no name in a title",
          !titles.group(1).contains("Strahinja") && !titles.group(1).contains("Страхиња"));
    }
    return "";
  }

  private String confidantWordsStay() {
    String everything = desk.reader().newest().body() + desk.reader().atom().body();
    Expect.that("no word of it on the feed", !everything.contains("Ljubinko"));
    String team = Expect.status(200, episode.ana().read(episode.caseId())).body();
    Expect.that("no word of it on ana's screen", !team.contains("Ljubinko"));
    var mina = episode.hotline().as("mina");
    String counsel = Expect.status(200, mina.read(episode.caseId())).body();
    Expect.that("his words on mina's screen", counsel.contains("Ljubinko"));
    return "";
  }

  private String secondReportJoins() {
    Answer joined =
        Expect.status(
            201,
            episode
                .ana()
                .join(
                    episode.caseId(),
                    Reports.anotherCar(Reports.SECOND_PLATE),
                    HotlineClient.newKey()));
    episode.etag.is(joined.etag());
    return "";
  }

  private String amendment() {
    String patch = "{\"says\": {\"vehicle\": {\"colour\": \"GREEN\"}}}";
    Answer amended =
        Expect.status(
            200,
            episode.ana().amend(episode.caseId(), episode.reportId(), patch, episode.etag.get()));
    long begin = System.nanoTime();
    episode.etag.is(amended.etag());
    JsonNode item =
        desk.await(
            "the new colour",
            seen -> seen.path("facts").path("vehicle").path("colour").asString("").equals("GREEN"));
    Expect.that("the item to name what changed", PoliceDesk.says(item, "/vehicle"));
    return "police see what changed after " + (System.nanoTime() - begin) / 1_000_000 + " ms";
  }

  private String secondReportIsNotThere() {
    // The correction came after it, on the same way, and is there.
    String everything = desk.reader().newest().body() + desk.reader().atom().body();
    Expect.that("nothing of the held report", !everything.contains(Reports.SECOND_PLATE));
    return "";
  }

  private String operatorMayNot() {
    Expect.status(403, keepFromBorderPolice(episode.ana()));
    return "";
  }

  private String withdrawn() {
    PoliceDesk border = episode.borderPolice;
    Expect.status(200, keepFromBorderPolice(episode.jelena()));
    long begin = System.nanoTime();
    JsonNode item =
        border.await("the withdrawal", seen -> PoliceDesk.status(seen).equals("WITHDRAWN"));
    Expect.that("no facts in the item", item.path("facts").isMissingNode());
    String everything = border.reader().newest().body() + border.reader().atom().body();
    Expect.that("no plate on its feed", !everything.contains(episode.plate));
    return Await.after(begin);
  }

  private String othersReadOn() {
    episode.correct("{\"says\": {\"vehicle\": {\"colour\": \"YELLOW\"}}}");
    JsonNode item =
        desk.await(
            "the next colour",
            seen ->
                seen.path("facts").path("vehicle").path("colour").asString("").equals("YELLOW"));
    Expect.equal("status", "ACTIVE", PoliceDesk.status(item));
    Expect.that(
        "nothing of it at the border", !episode.borderPolice.all().toString().contains("YELLOW"));
    return "";
  }

  private Answer keepFromBorderPolice(HotlineClient by) {
    String path = "/api/v1/cases/" + episode.caseId() + "/not-to";
    String border = "{\"notTo\": [\"desk:" + episode.borderPolice.login().id() + "\"]}";
    return by.post(path, border, HotlineClient.newKey(), "");
  }

  private String staleAmendment() {
    String patch = "{\"says\": {\"vehicle\": {\"colour\": \"RED\"}}}";
    Expect.status(412, episode.ana().amend(episode.caseId(), episode.reportId(), patch, "\"1\""));
    return "";
  }
}
