package org.homeward.trials.story;

import java.time.temporal.ChronoUnit;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import tools.jackson.databind.JsonNode;

/** Athens searches: it decides about its own police, while Novi Sad still owns the facts. */
final class Search {
  private static final String SEEN =
      """
      {
        "lastSeen": {
          "at": "%s", "uncertaintyMinutes": 60, "zone": "Europe/Athens",
          "place": {"country": "GR", "locality": "Thessaloniki", "text": "coach station"}
        }
      }
      """;

  private final Episode episode;
  private final Handed handed;

  Search(Episode episode, Handed handed) {
    this.episode = episode;
    this.handed = handed;
  }

  void play(Timeline timeline) {
    timeline.chapter("Athens searches too");
    timeline.play("facts of a case from Novi Sad are not changed in Athens", this::readOnly);
    timeline.play("maria releases it to the Greek police:", this::release);
    timeline.play("ana corrects the car's colour in Novi Sad; in Athens it is there", this::sync);
    timeline.play("a sighting may not cross the border without a ground", this::noGround);
    timeline.play("nikos records the boy's vital interest, and it may", this::pair);
    timeline.play("ana has the sighting to read, beside the facts", this::sighting);
  }

  private String readOnly() {
    Expect.status(409, Neighbour.amendment(handed, handed.foreignCase.get()));
    return "";
  }

  private String release() {
    Expect.status(200, Await.seen("her release", this::released, answer -> answer.status() != 412));
    long begin = System.nanoTime();
    JsonNode item = handed.greekPolice.await("the case", seen -> true);
    Expect.equal("status", "ACTIVE", PoliceDesk.status(item));
    return "they see it " + Await.after(begin);
  }

  /** Repeats on the version that maria reads, because another change may come first. */
  private Answer released() {
    HotlineClient maria = handed.maria();
    String caseId = handed.foreignCase.get();
    Answer known = Expect.status(200, maria.read(caseId));
    String report = known.json().path("reports").path(0).path("id").asString("");
    String desk = handed.greekPolice.login().id();
    return maria.release(caseId, report, desk, known.etag(), HotlineClient.newKey());
  }

  private String sync() {
    episode.correct("{\"says\": {\"vehicle\": {\"colour\": \"WHITE\"}}}");
    long begin = System.nanoTime();
    handed.awaitForeignCase("the new colour", c -> c.toString().contains("\"WHITE\""));
    handed.greekPolice.await(
        "the new colour",
        item -> item.path("facts").path("vehicle").path("colour").asString("").equals("WHITE"));
    return Await.after(begin);
  }

  private String noGround() {
    Answer refused = Expect.status(409, handed.eleni().sighting(handed.id.get(), seen()));
    Expect.that("what is missing", refused.json().path("missing").toString().contains("VITAL"));
    return "(" + refused + ")";
  }

  private String pair() {
    Answer recorded = handed.inAthens("nikos").vitalInterest(handed.id.get(), "VI-417/26");
    Expect.that("2xx", recorded.isSuccess());
    Expect.that("2xx", handed.eleni().sighting(handed.id.get(), seen()).isSuccess());
    return "";
  }

  private String sighting() {
    JsonNode screen =
        Await.seen(
            "the task on ana's screen",
            () -> episode.screen().json(),
            c -> c.toString().contains("READ_SIGHTING"));
    Expect.that("the sighting itself", screen.toString().contains("Thessaloniki"));
    Expect.that(
        "nothing of it for the police",
        episode.police.all().stream().noneMatch(i -> i.toString().contains("Thessaloniki")));
    return "";
  }

  private String seen() {
    return SEEN.formatted(
        episode.clock.instant().minusSeconds(1800).truncatedTo(ChronoUnit.SECONDS));
  }
}
