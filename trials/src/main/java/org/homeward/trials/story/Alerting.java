package org.homeward.trials.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.MailPage.Mail;
import org.homeward.local.client.Reports;
import org.homeward.local.client.Volunteer;

/** An alert goes out only when a second person approves its exact text. */
final class Alerting {
  static final String WORDS = "Seen near the bus station; please call and do not approach.";
  static final String BETTER = "Seen near the bus station. Please call, do not approach.";
  static final String MORE = "The car was seen again on the road to the south.";

  private final Episode episode;
  private final Alerted alerted;
  private final RedCross redCross;

  Alerting(Episode episode, Alerted alerted, RedCross redCross) {
    this.episode = episode;
    this.alerted = alerted;
    this.redCross = redCross;
  }

  void play(Timeline timeline) {
    timeline.chapter("The volunteers are told");
    timeline.play("jelena drafts an alert in two languages", this::draft);
    timeline.play("its preview is named by the hash of its bytes", this::preview);
    timeline.play("jelena under her other login may not approve it", this::samePerson);
    timeline.play("she corrects it: approving the older preview is refused", this::oldHash);
    timeline.play("nobody was told anything so far", this::nothingYet);
    timeline.play("petar approves nothing before police have checked orders", this::unchecked);
    timeline.play("ana asks them, and records what they found:", this::checked);
    timeline.play("petar approves exactly what he has read:", this::approve);
    timeline.play("a mail has two forms, its own id, and a way to leave", this::form);
    timeline.play("each reads it in the language they asked for", this::languages);
    timeline.play(
        "the Red Cross's system has it, signed by both kinds of keys:",
        () -> redCross.toldAlert(BETTER));
    timeline.play("pavle leaves by one click", this::leave);
    timeline.play("a further sentence is approved like the first:", this::update);
    timeline.play("it is at the Red Cross too", () -> redCross.toldUpdate(MORE));
  }

  private String draft() {
    var until = episode.clock.instant().plus(Duration.ofHours(6));
    String alert =
        AlertDesk.volunteerAlert(episode.caseId(), "RS", alerted.authority.get(), WORDS, until);
    String key = HotlineClient.newKey();
    Answer drafted =
        Await.seen(
            "the case in the other service",
            () -> alerted.as("jelena").draft(alert, key),
            answer -> answer.status() != 404);
    alerted.alert.is(Expect.status(201, drafted).text("alert"));
    return "";
  }

  private String preview() {
    Answer preview = Expect.status(200, alerted.as("petar").preview(alerted.alert.get()));
    String named = preview.etag().replace("\"", "");
    Expect.that("the hash of the bytes", hashes(preview.body()).contains(named));
    Expect.that("the words in it", preview.body().contains(WORDS));
    Expect.that("no medicine in it", !preview.body().contains("insulin"));
    alerted.hash.is(named);
    return "";
  }

  private String samePerson() {
    Answer refused = approval("jelena-2", alerted.hash.get());
    Expect.that("a refusal", refused.isProblem() && refused.status() < 500);
    return "(" + refused + ")";
  }

  private String oldHash() {
    String patch = "{\"text\": {\"en\": \"%s\", \"sr\": \"%s\"}}".formatted(BETTER, BETTER);
    Await.seen("a preview for the Red Cross too", () -> corrected(patch), RedCross::isCounted);
    Expect.status(409, approval("petar", alerted.hash.get()));
    return "";
  }

  private Answer corrected(String patch) {
    String etag = Expect.status(200, alerted.as("jelena").read(alerted.alert.get())).etag();
    return Expect.status(200, alerted.as("jelena").correct(alerted.alert.get(), patch, etag));
  }

  private String nothingYet() {
    for (Volunteer volunteer : alerted.volunteers()) {
      Expect.equal("mails", 0, Alerted.ofAlert(volunteer).size());
    }
    redCross.toldNothingOf(BETTER);
    return "";
  }

  private String unchecked() {
    Answer preview = Expect.status(200, alerted.as("petar").preview(alerted.alert.get()));
    Answer refused = approval("petar", preview.etag().replace("\"", ""));
    Expect.status(409, refused);
    Expect.that("why it is refused", AlertDesk.isUnchecked(refused));
    return "(" + refused + ")";
  }

  private String checked() {
    long begin = System.nanoTime();
    Expect.status(200, episode.ana().checkOrders(episode.caseId(), HotlineClient.newKey()));
    Await.seen(
        "the word of police in the other service",
        () -> alerted.as("petar").read(alerted.alert.get()),
        answer -> answer.json().has("ordersChecked"));
    return "alerts know it " + Await.after(begin);
  }

  private String approve() {
    Answer preview = Expect.status(200, alerted.as("petar").preview(alerted.alert.get()));
    Expect.that("the newer words", preview.body().contains(BETTER));
    alerted.hash.is(preview.etag().replace("\"", ""));
    long begin = System.nanoTime();
    Expect.status(200, approval("petar", alerted.hash.get()));
    for (Volunteer volunteer : alerted.volunteers()) {
      Mail mail = alerted.awaitMail(volunteer, "the alert", m -> m.text().contains(BETTER));
      Expect.equal("mails", 1, Alerted.ofAlert(volunteer).size());
      alerted.first.is(mail);
    }
    return "three mailboxes have it " + Await.after(begin);
  }

  private String form() {
    Mail mail = alerted.first.get();
    Expect.that("HTML beside the text", mail.html().contains(BETTER));
    Expect.that("multipart", mail.header("Content-Type").startsWith("multipart/alternative"));
    Expect.that("an id", mail.messageId().endsWith("@rs.homeward.invalid>"));
    Expect.that("a link to leave", !Volunteer.leaving(mail).isEmpty());
    Expect.equal("one click", "List-Unsubscribe=One-Click", mail.header("List-Unsubscribe-Post"));
    Expect.that("made by a machine", !mail.header("Auto-Submitted").isEmpty());
    Expect.that("no name in the subject", !mail.subject().contains("Strahinja"));
    Expect.that("nothing of his phone, his medicine, his words", isPublic(mail));
    return "";
  }

  private String languages() {
    Mail english = alerted.awaitMail(alerted.ivana, "the alert", m -> m.text().contains(BETTER));
    Mail serbian = alerted.awaitMail(alerted.milica, "the alert", m -> m.text().contains(BETTER));
    Expect.that("two languages", !english.text().equals(serbian.text()));
    return "";
  }

  private String leave() {
    Mail mail = alerted.awaitMail(alerted.pavle, "the alert", m -> m.text().contains(BETTER));
    Expect.status(200, alerted.pavle.leaveByOneClick(Volunteer.leaving(mail)));
    return "";
  }

  private String update() {
    String id = alerted.alert.get();
    Expect.status(200, alerted.as("jelena").update(id, MORE));
    String hash = Expect.status(200, alerted.as("petar").preview(id)).etag().replace("\"", "");
    long begin = System.nanoTime();
    Expect.status(200, approval("petar", hash));
    for (Volunteer volunteer : List.of(alerted.ivana, alerted.milica)) {
      Mail mail = alerted.awaitMail(volunteer, "the update", m -> m.text().contains(MORE));
      Expect.that("an answer to the first", !mail.header("In-Reply-To").isEmpty());
    }
    Expect.equal("mails to pavle", 1, Alerted.ofAlert(alerted.pavle).size());
    return "both who stayed have it " + Await.after(begin);
  }

  private Answer approval(String login, String hash) {
    return alerted.as(login).approve(alerted.alert.get(), hash, HotlineClient.newKey());
  }

  private static boolean isPublic(Mail mail) {
    String all = mail.whole().toString();
    return !all.contains("+381600417417")
        && !all.contains("insulin")
        && !all.contains(Reports.CHILD_WORDS);
  }

  /** The text of the alert. */
  private static List<String> hashes(String bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(UTF_8));
      return List.of(
          Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
          HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
