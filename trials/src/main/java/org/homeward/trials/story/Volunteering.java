package org.homeward.trials.story;

import java.time.Duration;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.MailPage.Mail;
import org.homeward.local.client.Volunteer;

/** Volunteers subscribe, and an authority is registered. */
final class Volunteering {
  private final Episode episode;
  private final Alerted alerted;

  Volunteering(Episode episode, Alerted alerted) {
    this.episode = episode;
    this.alerted = alerted;
  }

  void play(Timeline timeline) {
    timeline.chapter("Volunteers, and who may call them");
    timeline.play(
        "nikola registers the office that may order alerts; milan confirms it", this::authority);
    timeline.play("ivana, milica and pavle ask for alerts by mail", this::ask);
    timeline.play("asking again is answered alike", this::askAgain);
    timeline.play("the mailed link leads to a page; looking at it changes nothing", this::look);
    timeline.play("each presses the page's one button", this::confirm);
  }

  private String authority() {
    var until = episode.clock.instant().plus(Duration.ofDays(30));
    Hotline hotline = episode.hotline();
    Answer entered =
        Expect.status(
            201,
            hotline.registerAuthority(
                "Ministry of the Interior, duty officer", "\"p-1003\", \"p-1004\"", until));
    Expect.equal("nobody orders in its name yet", "UNCONFIRMED", entered.text("standing"));
    Answer confirmed = Expect.status(200, hotline.confirmAuthority(entered));
    Expect.equal("and now they may", "VALID", confirmed.text("standing"));
    alerted.authority.is(entered.text("id"));
    return "";
  }

  private String ask() {
    Expect.status(202, alerted.ivana.ask("en"));
    Expect.status(202, alerted.milica.ask("sr"));
    Expect.status(202, alerted.pavle.ask("sr"));
    return "";
  }

  private String askAgain() {
    String stranger = alerted.ivana.ask("en").body();
    Expect.equal("body", stranger, alerted.ivana.ask("en").body());
    return "";
  }

  private String look() {
    Answer page = Expect.status(200, alerted.ivana.look(link(alerted.ivana)));
    Expect.that("a page", page.header("Content-Type").startsWith("text/html"));
    Expect.equal("buttons", 2, page.body().split("<button", -1).length);
    Expect.that("no address on it", !page.body().contains(alerted.ivana.address()));
    return "";
  }

  private String confirm() {
    for (Volunteer volunteer : alerted.volunteers()) {
      Expect.status(200, volunteer.press(link(volunteer)));
    }
    return "";
  }

  private String link(Volunteer volunteer) {
    Mail asks = alerted.awaitMail(volunteer, "a link", m -> !Volunteer.confirmation(m).isEmpty());
    return Volunteer.confirmation(asks);
  }
}
