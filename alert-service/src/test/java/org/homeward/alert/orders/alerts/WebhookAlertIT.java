package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.ScriptedWebhook;
import org.homeward.alert.trial.ScriptedWebhook.Received;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialWebhook;
import org.homeward.alert.trial.Volunteers;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An alert reaches volunteers and the systems of organisations through one preview. */
class WebhookAlertIT {

  private static final String TAKES = "204";
  private static final String DEAD_LETTERS = "/api/v1/dead-letters";

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final Volunteers volunteers = Volunteers.of(node);
  private final ScriptedWebhook system = ScriptedWebhook.start("127.0.0.1");
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  @AfterEach
  void end() {
    system.close();
  }

  private TrialWebhook live() {
    return TrialWebhook.live(node, system.url(TAKES), volunteers.region, "sr");
  }

  private List<Received> messages(int count) {
    return await().until(() -> system.messages(TAKES), all -> all.size() >= count);
  }

  @Test
  @Proves({3, 4, 8})
  void aSystemGetsWhatWasApprovedAndThenItsEnd() {
    alerts.known(trial.reported(says).released(says));
    volunteers.join("sr", false, "mila");
    TrialWebhook webhook = live();
    JsonNode draft = alerts.drafted(alerts.wish(trial, volunteers.region));
    String id = draft.path("alert").asString();
    JsonNode preview = alerts.authority.get(TrialAlert.ALERTS + "/" + id + "/preview").json();
    assertThat(preview.at("/byChannel/MAIL").asInt()).isEqualTo(1);
    assertThat(preview.at("/byChannel/WEBHOOK").asInt()).isEqualTo(1);
    assertThat(draft.path("addressees").asInt()).isEqualTo(2);
    live(); // later than the preview

    assertThat(alerts.approve(id, draft.path("preview").asString()).status()).isEqualTo(200);

    alerts.counted(id, "alert", "ACCEPTED", 2);
    Received issued = messages(1).getFirst();
    JsonNode data = issued.json().path("data");
    assertThat(issued.json().path("type").asString()).isEqualTo("alert.issued");
    assertThat(data.path("reference")).isEqualTo(draft.path("reference"));
    assertThat(data.path("title")).isEqualTo(preview.at("/parts/sr/subject"));
    assertThat(data.path("text").asString())
        .contains(preview.at("/parts/sr/children/" + trial.child).asString())
        .doesNotContain("{leave}", "/subscriptions/");
    assertThat(preview.at("/parts/sr/closing").asString())
        .startsWith(closing(data.path("text").asString()));
    assertThat(issued.json().toString()).doesNotContain(trial.id, trial.child, webhook.id());

    node.publish(trial.id, List.of(trial.ended().last()));

    Received end = messages(2).getLast();
    assertThat(end.json().path("type").asString()).isEqualTo("alert.ended");
    assertThat(end.json().at("/data/reference")).isEqualTo(draft.path("reference"));
    assertThat(end.json().at("/data/follows/0").asString()).isEqualTo(issued.header("webhook-id"));
    assertThat(end.json().toString()).doesNotContain(Facts.NAME);
    alerts.counted(id, "end", "ACCEPTED", 2);
    assertThat(system.messages(TAKES)).as("nobody after the preview is told").hasSize(2);
    assertThat(destinations(id)).contains(webhook.id()).contains("\"channel\":\"WEBHOOK\"");
  }

  private static String closing(String text) {
    return text.strip().substring(text.strip().lastIndexOf("\n\n") + 2);
  }

  private String destinations(String id) {
    return alerts.supervisor.get(TrialAlert.ALERTS + "/" + id + "/destinations").text();
  }

  @Test
  @Proves(4)
  void aRevokedSystemGetsTheEndOfWhatItWasSentAndNothingNew() {
    alerts.known(trial.reported(says).released(says));
    TrialWebhook webhook = live();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    messages(1);
    alerts.counted(id, "alert", "ACCEPTED", 1);

    assertThat(webhook.command(node.admin(), "revoke").status()).isEqualTo(200);
    node.publish(trial.id, List.of(trial.ended().last()));

    assertThat(messages(2).getLast().json().path("type").asString()).isEqualTo("alert.ended");
    alerts.counted(id, "end", "ACCEPTED", 1);
  }

  @Test
  @Proves({2, 6, 10})
  void whatASystemRefusedIsListedByIdsAndSentAgainByASupervisor() {
    alerts.known(trial.reported(says).released(says));
    TrialWebhook webhook = TrialWebhook.live(node, system.url("404"), volunteers.region, "sr");
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    alerts.counted(id, "alert", "UNREACHED", 1);
    assertThat(alerts.read(id).at("/deliveries/byChannel/WEBHOOK/refused").asInt()).isEqualTo(1);

    JsonNode letter = deadLetter(node.admin(), id);
    assertThat(letter.path("webhook").asString()).isEqualTo(webhook.id());
    assertThat(letter.path("reason").asString()).isEqualTo("http-404");
    assertThat(letter.path("what").asString()).isEqualTo("ALERT");
    String reader = "reader-" + UUID.randomUUID();
    deadLetter(node.person(reader, "supervisor"), id);
    assertThat(node.person("vera", "dpo").get("/api/v1/audit/alert?person=person-" + reader).text())
        .as("the list is a look")
        .contains(trial.id);
    assertThat(node.person("ana", "operator").get(DEAD_LETTERS).status()).isEqualTo(403);
    String number = letter.path("number").asString();
    String replay = TrialAlert.ALERTS + "/" + id + "/destinations/" + number + "/replay";
    assertThat(node.admin().command(replay, "").status()).isEqualTo(403);
    assertThat(alerts.supervisor.command(replay, "").status()).isEqualTo(200);

    await().until(() -> system.messages("404").size() == 2);
    assertThat(system.messages("404"))
        .extracting(message -> message.header("webhook-id"))
        .containsOnly(system.messages("404").getFirst().header("webhook-id"));
    alerts.counted(id, "alert", "UNREACHED", 1);
    assertThat(
            alerts.supervisor.command(replay.replace(number + "/replay", "x/replay"), "").status())
        .isEqualTo(404);
    alerts.known(trial.notTo("person:person-nikola").amended(says));
    assertThat(node.admin().get(DEAD_LETTERS).text()).doesNotContain(id);
    assertThat(alerts.read(id).at("/keptFrom/persons").asInt()).isEqualTo(1);
    assertThat(deadLetter(alerts.supervisor, id).path("number").asString()).isEqualTo(number);

    node.publish(trial.id, List.of(trial.ended().last()));

    alerts.becomes(id, "ENDED");
    assertThat(alerts.supervisor.command(replay, "").problem()).isEqualTo("no-dead-letter");
    assertThat(alerts.supervisor.get(DEAD_LETTERS).text()).doesNotContain(id);
    assertThat(system.messages("404")).as("it was never told").hasSize(2);
  }

  private static JsonNode deadLetter(Wire reader, String alert) {
    return reader
        .get(DEAD_LETTERS)
        .json()
        .path("deadLetters")
        .valueStream()
        .filter(letter -> letter.path("alert").asString().equals(alert))
        .findFirst()
        .orElseThrow();
  }
}
