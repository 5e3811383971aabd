package org.homeward.alert.orders.stops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Topic;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Volunteers;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody on duty stops, the machine itself too; two people lift. */
class StopsIT {

  private static final String STOPS = "/api/v1/stops";

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private static String body(String scope, String id) {
    return "{\"scope\": \"%s\", \"id\": \"%s\"}".formatted(scope, id);
  }

  private void lift(String word) {
    alerts.supervisor.command(STOPS + "/" + word + "/lift", "");
    Answer lifted = alerts.authority.command(STOPS + "/" + word + "/lift", "");
    assertThat(lifted.json().path("status").asString()).isEqualTo("LIFTED");
  }

  @Test
  @Proves(4)
  void stopOfACaseFreezesItsAlertsAndIsToldWhateverTheCaseSaysLater() {
    alerts.known(trial.reported(says).released(says));
    String id = alerts.started(alerts.wish(trial, Volunteers.of(node).region));
    String key = UUID.randomUUID().toString();

    Answer set = alerts.operator.post(STOPS, body("CASE", trial.id), "Idempotency-Key", key);
    Answer again = alerts.operator.post(STOPS, body("CASE", trial.id), "Idempotency-Key", key);

    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(set.json());
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("FROZEN");
    Topic.of(node, "rs.alerts")
        .await(
            1,
            told ->
                told.key().equals(trial.id) && new String(told.value()).contains("stop.set.v1"));
    Topic.of(node, "rs.alerts")
        .await(1, told -> new String(told.value()).contains("alert.frozen.v1"));
    alerts.known(trial.amended(says));
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("FROZEN");
    lift("case." + trial.id);
    alerts.becomes(id, "ACTIVE");
  }

  @Test
  @Proves(2)
  void stopThatComesAgainAfterItWasLiftedIsNotSetAgain() {
    alerts.known(trial.reported(says));
    String key = UUID.randomUUID().toString();
    alerts.operator.post(STOPS, body("CASE", trial.id), "Idempotency-Key", key);
    lift("case." + trial.id);

    Answer again = alerts.operator.post(STOPS, body("CASE", trial.id), "Idempotency-Key", key);

    assertThat(again.json().path("status").asString()).isEqualTo("LIFTED");
  }

  @Test
  @Proves(4)
  void machineStopsWithItsOwnKeyWhenNobodyCanLogIn() throws IOException {
    Path file = node.directory().resolve("data/stop.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Wire host = node.desk("host", Files.readString(file).strip());
    alerts.known(trial.reported(says));

    Answer stopped = host.command(STOPS, body("CASE", trial.id));

    assertThat(stopped.status()).as(stopped.toString()).isEqualTo(200);
    assertThat(stopped.json().path("by").asString()).isEqualTo("host");
    assertThat(host.get(STOPS).status()).isEqualTo(401);
    assertThat(host.command(STOPS + "/case." + trial.id + "/lift", "").status()).isEqualTo(401);
    assertThat(node.desk("host", "wrong").command(STOPS, body("CASE", trial.id)).status())
        .isEqualTo(401);
    assertThat(node.desk("ana", Files.readString(file).strip()).command(STOPS, "{}").status())
        .isEqualTo(401);
    lift("case." + trial.id);
  }

  @Test
  @Proves(4)
  void stopOfTheNodeHoldsEveryApproval() {
    alerts.known(trial.reported(says).released(says));
    var draft = alerts.drafted(alerts.wish(trial, "RS-01"));
    assertThat(alerts.operator.command(STOPS, "{\"scope\": \"NODE\"}").status()).isEqualTo(200);
    try {
      Answer held =
          alerts.approve(draft.path("alert").asString(), draft.path("preview").asString());
      assertThat(held.problem()).isEqualTo("alert-held");
      assertThat(held.json().path("holds").toString()).contains("NODE_STOPPED");
    } finally {
      lift("node");
    }
    await()
        .until(
            () ->
                alerts
                        .approve(draft.path("alert").asString(), draft.path("preview").asString())
                        .status()
                    == 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"scope\": \"WORLD\"}",
        "{\"scope\": \"NODE\", \"id\": \"0b9f3a52-6f0e-4c1a-8a70-3f7f1f6a1c01\"}",
        "{\"scope\": \"CASE\"}",
        "{\"scope\": \"ALERT\", \"id\": \"../../etc\"}",
        "{\"scope\": \"NODE\", \"x\": 1}"
      })
  void badInputIsRefused(String body) {
    Answer refused = alerts.operator.command(STOPS, body);

    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
  }

  @Test
  void stopsAreListedAndUnknownOnesNotLifted() {
    assertThat(alerts.operator.get(STOPS).status()).isEqualTo(200);
    assertThat(alerts.operator.command(STOPS + "/node/lift", "").status()).isEqualTo(403);
    assertThat(alerts.supervisor.command(STOPS + "/nothing/lift", "").status()).isEqualTo(404);
    assertThat(
            alerts.supervisor.command(STOPS + "/case." + UUID.randomUUID() + "/lift", "").status())
        .isEqualTo(404);
  }
}
