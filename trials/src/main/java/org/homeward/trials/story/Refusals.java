package org.homeward.trials.story;

import java.util.UUID;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Http;
import org.homeward.local.client.PoliceReader;

/** Refusals: callers without permission, and unknown addresses. */
final class Refusals {
  private final Episode episode;

  Refusals(Episode episode) {
    this.episode = episode;
  }

  void play(Timeline timeline) {
    timeline.chapter("Who may not, and where nothing is");
    timeline.play("dragan of the police cannot read the case", this::policeCannotReadCases);
    timeline.play("an unknown case is not there", this::unknownCase);
    timeline.play("without a token nothing is told", this::noToken);
    timeline.play("a wrong desk key opens nothing", this::wrongDeskKey);
    timeline.play("an unchanged feed is answered 304", this::unchangedFeed);
    timeline.play("a place that does not exist yet is answered 410", this::placeAhead);
  }

  private String policeCannotReadCases() {
    Answer answer = episode.dragan().read(episode.caseId());
    Expect.that("403 or 404", answer.status() == 403 || answer.status() == 404);
    return "";
  }

  private String unknownCase() {
    Expect.status(404, episode.ana().read(UUID.randomUUID().toString()));
    return "";
  }

  private String noToken() {
    var hotline = episode.hotline();
    var request = Http.to(hotline.node().door().resolve("/api/v1/cases/" + episode.caseId()));
    Expect.status(401, hotline.http().send(request.build()));
    return "";
  }

  private String wrongDeskKey() {
    var wrong = new DeskLogin(episode.police.login().id(), "not-" + episode.police.login().key());
    Expect.status(401, episode.hotline().desk(wrong).newest());
    return "";
  }

  private String unchangedFeed() {
    PoliceReader police = episode.police.reader();
    Answer first = Expect.status(200, police.newest());
    Answer again = police.read("", "application/json", first.etag());
    Expect.equal("status", 304, again.status());
    return "";
  }

  private String placeAhead() {
    String head = Expect.status(200, episode.police.reader().newest()).text("head");
    String epoch = head.substring(0, head.lastIndexOf('.'));
    Expect.status(410, episode.police.reader().after(epoch + ".999999999"));
    return "";
  }
}
