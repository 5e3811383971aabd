package org.homeward.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.local.client.AlertDesk;
import org.homeward.local.client.Answer;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.MailPage.Mail;
import org.homeward.local.client.Reports;
import org.homeward.local.client.Volunteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mail servers that refuse, that never answer, and that hang up when they have the mail. */
@ExtendWith(SharedNodes.class)
class MailTroubleIT {
  private static final String WORDS = "Trouble with the mail.";
  private static final String FOUND =
      """
      {"outcome": "FOUND_SAFE", "verifiedBy": "POLICE_REFERENCE", "reference": "KU-2/26"}
      """;

  private final Hotline hotline;
  private final String run = HotlineClient.newKey().substring(0, 8);

  MailTroubleIT(Hotline hotline) {
    this.hotline = hotline;
  }

  @Test
  void whoMayHaveGotItIsListedGetsTheEndAndNothingUnderAnotherId() {
    Volunteer good = confirmed("good-" + run);
    Volunteer drop = confirmed("drop-" + run);
    Volunteer hang = confirmed("hang-" + run);
    Volunteer refuse = new Volunteer(hotline, "refuse-" + run + "@box.example");
    refuse.ask("en");
    Answer opened = released();

    String alert = approved(opened.text("case"));

    await().until(() -> !told(good).isEmpty());
    await().until(() -> !told(drop).isEmpty() && !told(hang).isEmpty());
    await()
        .untilAsserted(
            () -> assertThat(listed(alert, "UNKNOWN")).contains(drop.address(), hang.address()));
    assertThat(listed(alert, "UNKNOWN")).doesNotContain(good.address(), refuse.address());
    end(opened);
    for (Volunteer each : List.of(good, drop, hang)) {
      await().until(() -> !ends(each).isEmpty());
      assertThat(ids(told(each))).hasSize(1);
      assertThat(ids(ends(each))).hasSize(1);
    }
    assertThat(refuse.mails()).isEmpty();
  }

  private Volunteer confirmed(String name) {
    var volunteer = new Volunteer(hotline, name + "@box.example");
    assertThat(volunteer.ask("en").status()).isEqualTo(202);
    await().until(() -> !volunteer.mails().isEmpty());
    String link = Volunteer.confirmation(volunteer.mails().getFirst());
    assertThat(volunteer.press(link).status()).isEqualTo(200);
    return volunteer;
  }

  private Answer released() {
    HotlineClient ana = hotline.as("ana");
    String desk = hotline.newDesk("mail trouble", false).id();
    Answer opened = ana.open(Reports.marked("MAIL-" + run), HotlineClient.newKey());
    Answer checked = ana.checkOrders(opened.text("case"), HotlineClient.newKey());
    ana.release(
        opened.text("case"), opened.text("report"), desk, checked.etag(), HotlineClient.newKey());
    return opened;
  }

  private String approved(String caseId) {
    var until = Clock.systemUTC().instant().plus(Duration.ofHours(2));
    var jelena = new AlertDesk(hotline.as("jelena"));
    var petar = new AlertDesk(hotline.as("petar"));
    String register =
        hotline.newAuthority("mail trouble", "\"p-1004\"", until.plus(Duration.ofDays(1)));
    String body = AlertDesk.volunteerAlert(caseId, "RS", register, WORDS, until);
    String key = HotlineClient.newKey();
    await().until(() -> jelena.draft(body, key).status() == 201);
    String alert = jelena.draft(body, key).text("alert");
    String hash = petar.preview(alert).etag().replace("\"", "");
    assertThat(petar.approve(alert, hash, HotlineClient.newKey()).status()).isEqualTo(200);
    return alert;
  }

  private void end(Answer opened) {
    String child = opened.json().path("children").path(0).asString("");
    Answer ended =
        hotline.as("jelena").end(opened.text("case"), child, FOUND, HotlineClient.newKey());
    assertThat(ended.status()).isEqualTo(200);
  }

  private Set<String> listed(String alert, String state) {
    return new AlertDesk(hotline.as("jelena")).mailboxes(alert, state);
  }

  private static List<Mail> told(Volunteer volunteer) {
    return volunteer.mails().stream().filter(mail -> mail.text().contains(WORDS)).toList();
  }

  private static List<Mail> ends(Volunteer volunteer) {
    Set<String> told = ids(told(volunteer));
    return volunteer.mails().stream()
        .filter(mail -> told.contains(mail.header("In-Reply-To")))
        .toList();
  }

  private static Set<String> ids(List<Mail> mails) {
    return mails.stream().map(Mail::messageId).collect(Collectors.toSet());
  }
}
