package org.homeward.trials.story;

import java.util.List;
import java.util.Locale;
import org.homeward.local.client.Answer;
import org.homeward.local.client.MailPage.Mail;
import org.homeward.local.client.Volunteer;

/** Everybody who got the alert gets its end, and no more than that. */
final class Aftermath {
  private final Alerted alerted;
  private final Handed handed;
  private final RedCross redCross;

  Aftermath(Alerted alerted, Handed handed, RedCross redCross) {
    this.alerted = alerted;
    this.handed = handed;
    this.redCross = redCross;
  }

  void play(Timeline timeline) {
    timeline.chapter("Everybody is told the end");
    timeline.play("gordana recalls what Athens was given", this::recall);
    timeline.play("ivana and milica are told the end:", this::end);
    timeline.play("it says neither found nor where; pavle is not written to", this::neutral);
    timeline.play("the Red Cross's system has the end too, signed:", redCross::toldEnd);
    timeline.play("nikola revokes it: its work is done", redCross::revoke);
  }

  private String recall() {
    Await.seen(
        "the recall, once the bridge knows of the end",
        () -> handed.gordana().recall(handed.id.get(), "FOUND"),
        Answer::isSuccess);
    return "";
  }

  private String end() {
    long begin = System.nanoTime();
    for (Volunteer volunteer : List.of(alerted.ivana, alerted.milica)) {
      alerted.awaitMail(volunteer, "the end", this::isEnd);
    }
    return "both have it " + Await.after(begin);
  }

  private String neutral() {
    Mail end = alerted.awaitMail(alerted.ivana, "the end", this::isEnd);
    Expect.that("an answer to what went before", !end.header("In-Reply-To").isEmpty());
    String words = end.text().toLowerCase(Locale.ROOT);
    for (String never : new String[] {"found", "alive", "safe", "novi sad", "strahinja"}) {
      Expect.that("a neutral end", !words.contains(never));
    }
    Expect.equal("mails to pavle", 1, Alerted.ofAlert(alerted.pavle).size());
    return "";
  }

  /** The last of the three mails: alert, update, end. */
  private boolean isEnd(Mail mail) {
    return Volunteer.confirmation(mail).isEmpty()
        && !mail.header("In-Reply-To").isEmpty()
        && !mail.text().contains(Alerting.MORE)
        && !mail.text().contains(Alerting.BETTER);
  }
}
