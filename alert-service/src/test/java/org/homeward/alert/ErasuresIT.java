package org.homeward.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.Topic;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Volunteers;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An erased case leaves tombstones, what the police hold, and a word that it is so. */
class ErasuresIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final Volunteers volunteers = Volunteers.of(node);
  private final TrialCase trial = TrialCase.real();

  private JsonNode done() {
    ConsumerRecord<String, byte[]> told =
        Topic.of(node, "rs.alerts")
            .await(
                1,
                event ->
                    event.key().equals(trial.id)
                        && new String(event.value()).contains("erasure.done.v1"))
            .getFirst();
    return Json.mapper().readTree(told.value()).path("snapshot");
  }

  @Test
  @Proves({4, 8})
  void alertThatWentOutEndsBeforeItIsErasedAndOnlyThenItIsSaid() {
    String name = "Mihailo Izbrisanić-Alarm";
    Says says = Facts.says(trial.child, Facts.boy(name, 9));
    alerts.known(trial.reported(says).released(says));
    String mila = volunteers.join("sr", false, "mila").getFirst();
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    volunteers.mails(mila, 2);
    alerts.counted(id, "alert", "ACCEPTED", 1);
    assertThat(Stored.holds(node, "alerts", name)).isTrue();

    node.publish(trial.id, List.of(trial.erased().last()));

    JsonNode done = done();
    assertThat(Volunteers.text(volunteers.mails(mila, 3).getLast())).doesNotContain(name);
    assertThat(alerts.read(id).path("status").asString()).isEqualTo("ERASED");
    assertThat(done.path("keptFields").toString()).isEqualTo("[\"outcome\",\"desk\"]");
    assertThat(done.path("keptUntil").asString()).isNotEmpty();
    for (String collection :
        List.of(
            "alerts",
            "alert-history",
            "slices",
            "slice-history",
            "police-notices",
            "police-notice-history",
            "case-copies",
            "case-copy-history")) {
      assertThat(Stored.holds(node, collection, name)).as(collection).isFalse();
    }
    assertThat(Stored.holds(node, "slices", "ACCEPTED")).isFalse();
  }

  @Test
  @Proves(8)
  void caseOfWhichPoliceWereNeverToldLeavesNothing() {
    Says says = Facts.says(trial.child, Facts.boy("Never Released", 9));
    alerts.known(trial.reported(says).byPhone(says));
    String draft = alerts.drafted(alerts.wish(trial, volunteers.region)).path("alert").asString();

    node.publish(trial.id, List.of(trial.erased().last()));

    JsonNode done = done();
    assertThat(done.has("keptFields")).isFalse();
    assertThat(done.has("keptUntil")).isFalse();
    await()
        .atMost(PATIENCE)
        .until(() -> alerts.read(draft).path("status").asString().equals("ERASED"));
    assertThat(Stored.holds(node, "alerts", "Never Released")).isFalse();
  }
}
