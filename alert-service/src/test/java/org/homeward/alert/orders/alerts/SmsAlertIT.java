package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.ScriptedSmsc.Received;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialPhone;
import org.homeward.alert.trial.Volunteers;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An alert reaches the phones of organisations through the preview that was approved. */
class SmsAlertIT {

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final Volunteers volunteers = Volunteers.of(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  /** Behind the text with its code. */
  private static List<String> told(TrialPhone phone, int count) {
    List<String> texts = await().until(phone::texts, all -> all.size() > count);
    return texts.subList(1, texts.size());
  }

  private JsonNode sms(String id, String language) {
    return alerts
        .authority
        .get(TrialAlert.ALERTS + "/" + id + "/mails")
        .json()
        .path("mails")
        .valueStream()
        .filter(mail -> mail.path("language").asString().equals(language))
        .map(mail -> mail.path("sms"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Proves({3, 4, 8})
  void aPhoneGetsWhatWasApprovedWithoutNameAndLinkAndThenItsEnd() {
    alerts.known(trial.reported(says).released(says));
    volunteers.join("sr", false, "mila");
    TrialPhone phone = TrialPhone.live(node, volunteers.region, "sr");
    JsonNode draft = alerts.drafted(alerts.wish(trial, volunteers.region));
    String id = draft.path("alert").asString();
    JsonNode preview = alerts.authority.get(TrialAlert.ALERTS + "/" + id + "/preview").json();
    assertThat(preview.at("/byChannel/SMS").asInt()).isEqualTo(1);
    JsonNode sms = sms(id, "sr");
    assertThat(sms.at("/alert/segments").asInt()).isBetween(1, 3);
    TrialPhone late = TrialPhone.live(node, volunteers.region, "sr"); // later than the preview

    Answer approved = alerts.approve(id, draft.path("preview").asString());
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);

    alerts.counted(id, "alert", "ACCEPTED", 2);
    String text = told(phone, 1).getFirst();
    assertThat(text)
        .isEqualTo(sms.at("/alert/text").asString())
        .contains("NESTALO DETE", draft.path("reference").asString(), "decak, 9 god.", "116 000")
        .doesNotContain(Facts.NAME, "http", "//", trial.id, id);
    List<Received> issued = node.smsc().receivedBy(phone.number()).stream().skip(1).toList();
    assertThat(issued).hasSize(sms.at("/alert/segments").asInt());
    assertThat(issued).allMatch(each -> each.validity().endsWith("R"));

    node.publish(trial.id, List.of(trial.ended().last()));

    alerts.counted(id, "end", "ACCEPTED", 2);
    String end = told(phone, 2).getLast();
    assertThat(end)
        .isEqualTo(sms.at("/end/text").asString())
        .contains("VISE NE VAZI", draft.path("reference").asString(), "116 000")
        .doesNotContain(Facts.NAME);
    assertThat(late.texts()).as("nobody after the preview is told").hasSize(1);
    String destinations =
        alerts.supervisor.get(TrialAlert.ALERTS + "/" + id + "/destinations").text();
    assertThat(destinations)
        .contains(phone.id(), "\"channel\":\"SMS\"")
        .doesNotContain(phone.number());
  }

  @Test
  @Proves({2, 4})
  void aStopTakesBackWhatTheProviderStillHoldsAndItsLiftSendsItAnew() {
    alerts.known(trial.reported(says).released(says));
    TrialPhone phone = TrialPhone.live(node, volunteers.region, "sr");
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    alerts.counted(id, "alert", "ACCEPTED", 1);
    String text = told(phone, 1).getFirst();

    Answer frozen = alerts.operator.command(TrialAlert.ALERTS + "/" + id + "/freeze", "");
    assertThat(frozen.status()).as(frozen.toString()).isEqualTo(200);

    await().until(() -> node.smsc().hasCancelled(phone.number()));
    String lift = "/api/v1/stops/alert." + id + "/lift";
    assertThat(alerts.supervisor.command(lift, "").status()).isEqualTo(200);
    assertThat(alerts.authority.command(lift, "").status()).isEqualTo(200);
    // Both have the id of the message, and are read as one.
    await().until(() -> told(phone, 1).getFirst().equals(text + text));
    alerts.counted(id, "alert", "ACCEPTED", 1);
  }

  @Test
  @Proves({4, 8})
  void aRevokedPhoneGetsTheEndOfWhatItWasSentAndIsErasedThen() {
    alerts.known(trial.reported(says).released(says));
    TrialPhone phone = TrialPhone.live(node, volunteers.region, "sr");
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    told(phone, 1);
    alerts.counted(id, "alert", "ACCEPTED", 1);

    assertThat(phone.command(node.admin(), "revoke").status()).isEqualTo(200);
    node.clock().advance(Duration.ofHours(1)); // no code of it counts any more
    TrialPhone other = TrialPhone.registered(node, "RS-22", "sr");
    assertThat(other.command(node.admin(), "revoke").status()).isEqualTo(200);
    node.clock().advance(Duration.ofMinutes(5));
    await().until(() -> node.admin().get(TrialPhone.PATH + "/" + other.id()).status() == 404);
    assertThat(phone.read().path("number").asString()).isEqualTo(phone.number());

    node.publish(trial.id, List.of(trial.ended().last()));

    assertThat(told(phone, 2).getLast()).contains("VISE NE VAZI");
    alerts.counted(id, "end", "ACCEPTED", 1);
    node.clock().advance(Duration.ofHours(1));
    await().until(() -> node.admin().get(TrialPhone.PATH + "/" + phone.id()).status() == 404);
  }
}
