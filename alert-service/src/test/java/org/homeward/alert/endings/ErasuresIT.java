package org.homeward.alert.endings;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.FollowStates;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.Topic;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Volunteers;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An erased case leaves tombstones, what the police hold, and a word that it is so. */
class ErasuresIT {

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

    node.publish(trial.id, List.of(trial.erased().last(), trial.forgotten().last()));

    JsonNode done = done();
    assertThat(Volunteers.text(volunteers.mails(mila, 3).getLast())).doesNotContain(name);
    alerts.becomesATombstone(id);
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
  @Proves({4, 8})
  void erasureGoesOnWhoeverDiedBeforeSayingThatTheLastEndIsOut() {
    Says says = Facts.says(trial.child, Facts.boy("Zaboravljeni Kraj", 9));
    alerts.known(trial.reported(says).released(says));
    volunteers.join("sr", false, "mila");
    String id = alerts.started(alerts.wish(trial, volunteers.region));
    alerts.counted(id, "alert", "ACCEPTED", 1);
    node.smtp().answering("MAIL", "451 not now");
    node.publish(trial.id, List.of(trial.erased().last(), trial.forgotten().last()));
    alerts.countedUnseen(id, "end", "WAITING", 1);
    await().until(this::wasChecked);
    assertThat(erasure()).as("an end is owed").isInstanceOf(Erasure.Waiting.class);
    node.smtp().asUsual("MAIL");

    FollowStates followStates = node.bean(FollowStates.class);
    assertThat(followStates.buryIfDone(id, _ -> false)).isFalse();
    assertThat(followStates.buryIfDone(id, _ -> true)).as("its alarm has stayed").isTrue();
    node.clock().advance(Duration.ofSeconds(31));

    assertThat(done().path("keptUntil").asString()).isNotEmpty();
  }

  private Erasure erasure() {
    return node.documents("erasures", Erasure.class).find(trial.id).orElseThrow().state();
  }

  /** The erasure has looked once, and waits. */
  private boolean wasChecked() {
    Document erasure =
        node.bean(MongoDatabase.class).getCollection("erasures").find(eq("_id", trial.id)).first();
    return erasure != null
        && (erasure.getDate("wakeAt") == null
            || erasure.getDate("wakeAt").toInstant().isAfter(node.clock().instant()));
  }

  @Test
  @Proves(8)
  void draftStoredAfterAllWasErasedIsFoundByTheLastLook() {
    Says says = Facts.says(trial.child, Facts.boy("Zakasneli Nacrt", 9));
    alerts.known(trial.reported(says).released(says));
    String early = alerts.drafted(alerts.wish(trial, volunteers.region)).path("alert").asString();
    var stored = node.documents("alerts", Alert.class);
    Alert draft = stored.find(early).orElseThrow().state();
    node.publish(trial.id, List.of(trial.erased().last(), trial.forgotten().last()));
    done();

    String late = UUID.randomUUID().toString();
    stored.create(late, Edit.of(draft, "person-jelena"), new Command("of-" + late, "h"), true);
    node.clock().advance(Duration.ofSeconds(61));

    alerts.becomesATombstone(late);
    await().until(() -> !Stored.holds(node, "alerts", "Zakasneli Nacrt"));
  }

  @Test
  @Proves(8)
  void caseOfWhichPoliceWereNeverToldLeavesNothing() {
    Says says = Facts.says(trial.child, Facts.boy("Never Released", 9));
    alerts.known(trial.reported(says).byPhone(says));
    String draft = alerts.drafted(alerts.wish(trial, volunteers.region)).path("alert").asString();

    node.publish(trial.id, List.of(trial.erased().last(), trial.forgotten().last()));

    JsonNode done = done();
    assertThat(done.has("keptFields")).isFalse();
    assertThat(done.has("keptUntil")).isFalse();
    alerts.becomesATombstone(draft);
    assertThat(Stored.holds(node, "alerts", "Never Released")).isFalse();
  }

  @Test
  @Proves(7)
  void nothingIsSaidBeforeIntakeHasForgottenTheCase() {
    alerts.known(trial.reported(Facts.says(trial.child, Facts.boy("Still There", 9))));
    node.publish(trial.id, List.of(trial.erased().last()));
    await().until(this::wasChecked);
    node.bean(EraseCase.class).checkIfDue(trial.id);
    assertThat(erasure()).isInstanceOf(Erasure.Waiting.class);

    node.publish(trial.id, List.of(trial.forgotten().last()));
    assertThat(done().path("id").asString()).isEqualTo(trial.id);
  }
}
