package org.homeward.trials.story;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.PoliceReader;
import org.homeward.local.client.Reports;

/** A caller reports; everything stays inside until a release. */
final class Calls {
  private static final List<String> PEOPLE =
      List.of("ana", "jelena", "petar", "nikola", "dragan", "gordana");

  private final Episode episode;

  Calls(Episode episode) {
    this.episode = episode;
  }

  void play(Timeline timeline) {
    timeline.chapter("A boy is missing");
    timeline.play("the people of the hotline log in", this::everybodyLogsIn);
    timeline.play(
        "nikola registers a police desk and is told its key, once; jelena confirms it",
        this::deskGetsKey);
    timeline.play("so does a desk in Niš, which is responsible there only", this::secondDesk);
    timeline.play("and a desk of the border police, for all Serbia", this::thirdDesk);
    timeline.play("vera has all three to look at, and has looked at one", this::veraLooks);
    timeline.play("ana files what a guardian says of a boy of nine", this::anaFiles);
    timeline.play("police see nothing of it: the report is held", this::policeSeeNothing);
    timeline.play("ana's request comes again: the same case", this::sameAgain);
    timeline.play("other words under the same key are refused", this::otherWordsSameKey);
    timeline.play("a rule proposes the highest risk and says why, and ana decides so", this::risk);
  }

  private String everybodyLogsIn() {
    PEOPLE.forEach(episode.hotline().tokens()::of);
    return "";
  }

  private String deskGetsKey() {
    episode.police.register("Police Novi Sad");
    return "";
  }

  private String secondDesk() {
    episode.policeInNis.register("Police Niš", "RS-20");
    return "";
  }

  private String thirdDesk() {
    episode.borderPolice.register("Border Police");
    return "";
  }

  private String veraLooks() {
    String task = "CHECK_DESK.desk." + episode.police.login().id();
    String nis = "CHECK_DESK.desk." + episode.policeInNis.login().id();
    String border = "CHECK_DESK.desk." + episode.borderPolice.login().id();
    HotlineClient vera = episode.hotline().as("vera");
    Await.seen(
        "vera's tasks",
        () -> Expect.status(200, vera.get("/api/v1/tasks?limit=200")).body(),
        tasks -> Stream.of(task, nis, border).allMatch(tasks::contains));
    String done = "/api/v1/tasks/" + task + "/done";
    Answer left = Expect.status(200, vera.post(done, "", HotlineClient.newKey(), ""));
    Expect.that("the others left", left.body().contains(nis) && left.body().contains(border));
    Expect.that("not the one", !left.body().contains(task));
    return "";
  }

  private String anaFiles() {
    Answer opened = Expect.status(201, episode.ana().open(episode.firstCall, episode.firstCallKey));
    Expect.that("a Location", opened.header("Location").startsWith("/api/v1/cases/"));
    Expect.that("an ETag", opened.etag().matches("\"\\d+\""));
    Expect.equal("proposal", "RELEASE", opened.text("proposal"));
    episode.opened.is(opened);
    episode.etag.is(opened.etag());
    return "";
  }

  private String policeSeeNothing() {
    var items = episode.police.all();
    Expect.that(
        "nothing of it", items.stream().map(PoliceReader::plate).noneMatch(episode.plate::equals));
    return "";
  }

  private String sameAgain() {
    Answer again = Expect.status(201, episode.ana().open(episode.firstCall, episode.firstCallKey));
    Expect.equal("Location", episode.location(), again.header("Location"));
    Expect.equal("report", episode.reportId(), again.text("report"));
    return "";
  }

  private String otherWordsSameKey() {
    String other = Reports.marked(episode.plate);
    Expect.status(422, episode.ana().open(other, episode.firstCallKey));
    return "";
  }

  private String risk() {
    String answers =
        Stream.of("UNDER_13", "VITAL_MEDICINE", "THIRD_PARTY_ABDUCTION")
            .map("{\"question\": \"%s\", \"answer\": \"YES\"}"::formatted)
            .collect(Collectors.joining(", ", "\"answers\": [", "]"));
    String proposals = "/api/v1/risk/proposals";
    Answer proposed =
        Expect.status(
            200, episode.ana().post(proposals, "{" + answers + "}", HotlineClient.newKey(), ""));
    Expect.equal("level", "HIGH", proposed.text("level"));
    Expect.equal("category", "THIRD_PARTY_ABDUCTION", proposed.text("category"));
    Expect.that("a reason", proposed.body().contains("The child is younger than 13."));
    String decided =
        "{\"after\": 0, \"level\": \"HIGH\", \"category\": \"THIRD_PARTY_ABDUCTION\", "
            + answers
            + "}";
    String assessments = "/api/v1/cases/" + episode.caseId() + "/assessments";
    String key = HotlineClient.newKey();
    Expect.status(201, episode.ana().post(assessments, decided, key, ""));
    Answer again = Expect.status(201, episode.ana().post(assessments, decided, key, ""));
    Expect.equal("number", 1, again.json().path("number").asInt(0));
    return "";
  }
}
