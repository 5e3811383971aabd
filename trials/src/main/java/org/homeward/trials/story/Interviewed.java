package org.homeward.trials.story;

import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.homeward.trials.story.Expect.Known;

/** Somebody asks the boy how it was; he may refuse, and he does not. */
final class Interviewed {
  private final Episode episode;
  private final Known<String> interview = new Known<>("the interview");

  Interviewed(Episode episode) {
    this.episode = episode;
  }

  void play(Timeline timeline) {
    timeline.chapter("The boy is back");
    timeline.play(
        "ana offers him an interview: until he answers, the case is not closed", this::offered);
    timeline.play(
        "he speaks: mina writes it down, ana and the police read no word of it", this::spoken);
  }

  private String offered() {
    String offer = "{\"office\": \"PSYCHOLOGIST\", \"name\": \"M. Petrović\"}";
    String path = of("/children/" + episode.child() + "/interviews");
    Answer offered =
        Expect.status(201, episode.ana().post(path, offer, HotlineClient.newKey(), ""));
    interview.is(offered.text("interview"));
    Expect.that("an open interview", isOpen());
    return "";
  }

  private String spoken() {
    String said =
        "{\"answers\": [{\"question\": \"WHERE\", \"text\": \"%s\"}]}"
            .formatted(Reports.CHILD_WORDS);
    HotlineClient mina = episode.hotline().as("mina");
    String held = of("/interviews/" + interview.get() + "/held");
    Expect.status(403, episode.ana().post(held, said, HotlineClient.newKey(), ""));
    Expect.status(200, mina.post(held, said, HotlineClient.newKey(), ""));
    String counsel = Expect.status(200, mina.get(of("/interviews"))).body();
    Expect.that("his words on mina's screen", counsel.contains(Reports.CHILD_WORDS));
    String team = Expect.status(200, episode.ana().get(of("/interviews"))).body();
    Expect.that("that he spoke on ana's screen", team.contains("\"held\":true"));
    Expect.that("no word of it there", !team.contains(Reports.CHILD_WORDS));
    String feed = episode.police.reader().newest().body() + episode.police.reader().atom().body();
    Expect.that("no word of it on the feed", !feed.contains(Reports.CHILD_WORDS));
    Expect.that("no open interview", !isOpen());
    return "";
  }

  private boolean isOpen() {
    return Expect.status(200, episode.ana().get(of("/ending")))
        .json()
        .path("open")
        .toString()
        .contains("{\"matter\":\"INTERVIEW\"}");
  }

  private String of(String what) {
    return "/api/v1/cases/" + episode.caseId() + what;
  }
}
