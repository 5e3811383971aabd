package org.homeward.trials.story;

import java.time.Duration;
import java.util.List;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.homeward.trials.story.Expect.Known;
import org.homeward.trials.story.witness.Passerby;

/** An alert to everybody is a page by code, which is empty as soon as the search has ended. */
final class OpenPage {
  static final String WORDS = "Whoever has seen him, please call at once.";

  /** A code of the right form that no alert has. */
  private static final String NEVER = "2222-22222";

  private final Episode episode;
  private final Alerted alerted;
  private final Passerby passerby;
  private final Known<String> alert = new Known<>("the public alert");
  private final Known<String> code = new Known<>("the code of its page");

  OpenPage(Episode episode, Alerted alerted, Passerby passerby) {
    this.episode = episode;
    this.alerted = alerted;
    this.passerby = passerby;
  }

  void play(Timeline timeline) {
    timeline.chapter("Everybody may read of him");
    timeline.play("jelena drafts a public alert by order of the same office", this::draft);
    timeline.play("before its approval its page is like one of no alert", this::notYet);
    timeline.play("petar approves it, and its page shows him:", this::approve);
    timeline.play("the page is without script and is kept nowhere", this::form);
    timeline.play("list and feed lead there; the feed has no name", this::listed);
  }

  /** After the end. */
  void playEmpty(Timeline timeline) {
    timeline.play("the page of his code is empty, like one of no alert:", this::empty);
    timeline.play("list and feed lead nowhere", this::unlisted);
  }

  private String draft() {
    var until = episode.clock.instant().plus(Duration.ofHours(6));
    String wish =
        AlertDesk.publicAlert(episode.caseId(), "RS", alerted.authority.get(), WORDS, until);
    Answer drafted = Expect.status(201, alerted.as("jelena").draft(wish, HotlineClient.newKey()));
    Expect.equal("audience", "PUBLIC", drafted.text("audience"));
    alert.is(drafted.text("alert"));
    code.is(drafted.text("code"));
    return "";
  }

  private String notYet() {
    isLikeNoAlert();
    return "";
  }

  private String approve() {
    AlertDesk petar = alerted.as("petar");
    Answer preview = Expect.status(200, petar.preview(alert.get()));
    Expect.that("the words in it", preview.body().contains(WORDS));
    String hash = preview.etag().replace("\"", "");
    long begin = System.nanoTime();
    Expect.status(200, petar.approve(alert.get(), hash, HotlineClient.newKey()));
    Answer shown = Expect.status(200, passerby.notice(code.get()));
    Expect.that("the words to everybody", shown.body().contains(WORDS));
    Answer page = Expect.status(200, passerby.page(code.get()));
    Expect.that("the words on the page", page.body().contains(WORDS));
    Expect.that("nothing confidential", !page.body().contains(Reports.CHILD_WORDS));
    return Await.after(begin);
  }

  private String form() {
    Answer page = Expect.status(200, passerby.page(code.get()));
    Expect.that("no script", !page.body().contains("<script"));
    Expect.that("no copy kept", page.header("Cache-Control").contains("no-store"));
    Expect.that("no search engine", page.header("X-Robots-Tag").contains("noindex"));
    return "";
  }

  private String listed() {
    Expect.that("his code", passerby.notices().body().contains(code.get()));
    Answer feed = Expect.status(200, passerby.feed());
    Expect.that("a link to the page", feed.body().contains("/n/" + code.get()));
    Expect.that(
        "no name",
        List.of(Reports.NAME, Reports.LATIN_NAME).stream().noneMatch(feed.body()::contains));
    return "";
  }

  private String empty() {
    Await.seen(
        "no active notice", () -> passerby.notice(code.get()), answer -> answer.status() != 200);
    isLikeNoAlert();
    return "to the byte";
  }

  private void isLikeNoAlert() {
    Answer never = Expect.status(404, passerby.notice(NEVER));
    Expect.that("no active notice", never.text("type").endsWith("no-active-notice"));
    isEqual("what the API answers", never, passerby.notice(code.get()));
    isEqual("the page", Expect.page(404, passerby.page(NEVER)), passerby.page(code.get()));
  }

  private static void isEqual(String what, Answer one, Answer other) {
    Expect.that(what + " like that of no alert", Passerby.told(one).equals(Passerby.told(other)));
  }

  private String unlisted() {
    Expect.that("no code", !passerby.notices().body().contains(code.get()));
    Expect.that("no link", !passerby.feed().body().contains(code.get()));
    return "";
  }
}
