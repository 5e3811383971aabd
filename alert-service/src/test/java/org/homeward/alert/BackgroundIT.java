package org.homeward.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.Topic;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.TrialNode.TrialDesk;
import org.homeward.durable.publication.DatabaseClaim;
import org.homeward.durable.reader.TopicReader;
import org.homeward.durable.store.StoreConnection;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.EncodedEvent;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SecretScan;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;

/** What goes on behind the requests: topics, poison, republication, health, metrics, logs. */
class BackgroundIT {

  private final TrialNode node = TrialNode.get();
  private final TrialDesk desk = node.newDesk(false);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private void release() {
    node.publish(trial.reported(says).released(says));
    node.item(desk, trial, "ACTIVE");
  }

  @Test
  void alertsTopicTellsThatAndWhenButNotWhat() {
    release();
    node.publish(trial.id, List.of(trial.ended().last()));

    var told = Topic.of(node, "rs.alerts").await(2, r -> text(r, "ce_subject").endsWith(notice()));

    assertThat(told).extracting(ConsumerRecord::key).containsOnly(trial.id);
    assertThat(told.getFirst().partition()).isEqualTo(told.getLast().partition());
    assertThat(text(told.getFirst(), "ce_type")).isEqualTo("police-notice.issued.v1");
    assertThat(text(told.getLast(), "ce_type")).isEqualTo("police-notice.ended.v1");
    assertThat(text(told.getFirst(), "ce_source")).isEqualTo("/nodes/rs/alert");
    JsonNode issued = Json.mapper().readTree(told.getFirst().value());
    assertThat(issued.path("snapshot").has("facts")).isFalse();
    assertThat(issued.path("truncated").asBoolean()).isTrue();
    assertThat(issued.at("/changes/0/type").asString()).isEqualTo("police-notice.issued.v1");
  }

  private String notice() {
    return "police-notice/" + node.noticeOf(trial);
  }

  private static String text(ConsumerRecord<String, byte[]> told, String header) {
    var found = told.headers().lastHeader(header);
    return found == null ? "" : new String(found.value(), UTF_8);
  }

  @Test
  void noticesAreToldAgainOnRequestWithoutChanges() {
    release();
    var topic = Topic.of(node, "rs.alerts");
    topic.await(1, r -> text(r, "ce_subject").equals(notice()));

    assertThat(node.management("ana", "operator").post("/actuator/republish", "{}").status())
        .isEqualTo(403);
    Answer answer = node.management("nikola", "admin").post("/actuator/republish", "{}");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().path("published").asInt()).isPositive();
    var told = topic.await(2, r -> text(r, "ce_subject").equals(notice()));
    assertThat(text(told.getLast(), "ce_type")).isEqualTo("police-notice.snapshot.v1");
    assertThat(text(told.getLast(), "ce_id")).isEqualTo(text(told.getFirst(), "ce_id"));
    assertThat(Json.mapper().readTree(told.getLast().value()).path("changes")).isEmpty();
  }

  @Test
  void unreadableRecordIsPutAsideAndTheNextIsRead() {
    release();
    EncodedEvent good = node.encoded(trial.id, trial.last());
    node.publish(new EncodedEvent(trial.id, good.headers(), "{\"half\":".getBytes(UTF_8)));

    var poison = Topic.of(node, "rs.poison").await(1, r -> text(r, "topic").equals("rs.cases"));

    assertThat(poison.getLast().value()).isEmpty();
    assertThat(poison.getLast().key()).isNull();
    assertThat(text(poison.getLast(), "reason")).isNotEmpty().doesNotContain("half");
    node.publish(trial.id, List.of(trial.ended().last()));
    node.item(desk, trial, "ENDED");
  }

  @Test
  @Proves(9)
  void caseThatTurnsFromRealToExerciseIsRefused() {
    release();
    CaseSnapshot real = trial.snapshot();
    var turned =
        new CaseSnapshot(
            real.id(),
            real.home(),
            true,
            real.status(),
            real.frozen(),
            real.notTo(),
            real.children(),
            real.reports());
    var change = new Change(9, "case.amended.v1", TrialCase.AT, "person-ana");

    node.publish(trial.id, List.of(Envelope.of("rs", 9, List.of(change), turned)));

    Topic.of(node, "rs.poison").await(1, r -> text(r, "reason").equals("exercise-changed"));
    node.settle(trial, desk);
    assertThat(Stored.copy(node, trial.id).orElseThrow().state().exercise()).isFalse();
    assertThat(desk.item(node.noticeOf(trial)).orElseThrow().path("exercise").asBoolean())
        .isFalse();
  }

  @Test
  void foreignSubjectsAndNewMajorsAreCountedAndPassedOver() {
    release();
    EncodedEvent event = node.encoded(trial.id, trial.last());
    var newer =
        event.headers().stream()
            .map(
                h ->
                    h.name().equals("ce_type")
                        ? new org.homeward.schema.event.EventHeader(
                            "ce_type", "case.released.v2".getBytes(UTF_8))
                        : h)
            .toList();

    node.publish(new EncodedEvent(trial.id, newer, event.value()));
    node.settle(trial, desk);

    assertThat(node.management("nikola", "admin").get("/actuator/prometheus").text())
        .contains("homeward_reader_records_total{reason=\"UNKNOWN_MAJOR\",what=\"ignored\"}");
  }

  @Test
  void healthSaysWhatStandsStillAndThatTheClockOfThisTrialIsWrong() {
    Answer open = node.management().get("/actuator/health");
    Answer detailed = node.management("nikola", "admin").get("/actuator/health");

    assertThat(open.json().has("components")).isFalse();
    JsonNode parts = detailed.json().path("components");
    for (String part : List.of("reader", "publication", "alarms", "loops", "store", "broker")) {
      assertThat(parts.path(part).path("status").asString()).as(part).isEqualTo("UP");
    }
    assertThat(parts.at("/clock/status").asString()).isEqualTo("DOWN");
    assertThat(parts.at("/clock/details/secondsBehind").asLong()).isPositive();
    assertThat(node.management().get("/actuator/health/readiness").json().path("status").asString())
        .isEqualTo("UP");
    assertThat(node.management().get("/actuator/health/liveness").json().path("status").asString())
        .isEqualTo("UP");
  }

  @Test
  void whereTheServiceIsAskedItHasNoActuator() {
    for (var path : List.of("/actuator", "/actuator/health", "/actuator/prometheus")) {
      assertThat(node.anonymous().get(path).status()).as(path).isEqualTo(404);
      assertThat(node.admin().get(path).json().path("type").asString())
          .as(path)
          .isEqualTo("urn:homeward:problem:not-found");
    }
    assertThat(node.admin().post("/actuator/republish", "{}").status()).isEqualTo(404);
  }

  @Test
  void readerIsShownAndItsGapIsAcceptedOnlyWhereThereIsOne() {
    Answer state = node.management("nikola", "admin").get("/actuator/reader");
    Answer gap =
        node.management("nikola", "admin").post("/actuator/reader", "{\"action\": \"accept-gap\"}");

    assertThat(state.json().at("/readers/0/state").asString()).isEqualTo("Reading");
    assertThat(state.json().at("/readers/0/topic").asString()).isEqualTo("rs.cases");
    assertThat(gap.status()).as(gap.toString()).isEqualTo(200);
    assertThat(gap.json().at("/readers/0/state").asString()).isEqualTo("Reading");
    await().until(() -> node.bean(TopicReader.class).lag() == 0); // it reads all once more
    assertThat(
            node.management("nikola", "admin")
                .post("/actuator/reader", "{\"action\": \"skip\"}")
                .status())
        .isEqualTo(400);
    assertThat(node.management("vera", "dpo").get("/actuator/reader").status()).isEqualTo(403);
  }

  @Test
  @Proves(8)
  void plantedNameIsInNoTitleLogMetricProblemOrKey() {
    release();
    node.publish(trial.id, List.of(trial.located(trial.child).ended().told().get(2)));
    desk.wire().get("/api/v1/feeds/police?after=" + "x".repeat(30));
    desk.wire().get("/api/v1/notices/" + node.noticeOf(trial));
    node.desk(desk.id(), "a-wrong-" + desk.key()).get("/api/v1/feeds/police");

    var scan = SecretScan.of(Facts.NAME, desk.key(), trial.id);
    assertThat(scan.inText("log", String.join("\n", node.log()))).isEmpty();
    assertThat(
            scan.inText(
                "metrics", node.management("nikola", "admin").get("/actuator/prometheus").text()))
        .isEmpty();
    var name = SecretScan.of(Facts.NAME);
    desk.feed("?limit=200")
        .path("items")
        .forEach(item -> assertThat(name.inText("title", item.path("title").asString())).isEmpty());
    for (var told : Topic.of(node, "rs.alerts").all()) {
      assertThat(name.inText("key", told.key())).isEmpty();
      assertThat(name.inText("alerts", new String(told.value(), UTF_8))).isEmpty();
    }
  }

  @Test
  void databaseOfAnotherBrokerRefusesTheStart() {
    try (var client = StoreConnection.open(node.storeUri());
        var admin = Admin.create(Map.of("bootstrap.servers", node.kafka()))) {
      MongoDatabase database = client.getDatabase("gr_alert");
      DatabaseClaim.claim(database, admin, "gr", "gr.alerts", "gr.poison");
      database
          .getCollection("markers")
          .updateOne(Filters.eq("_id", "node"), Updates.set("cluster", "another"));
    }
    var service = new SpringApplicationBuilder(AlertApplication.class);
    String[] arguments = node.arguments(node.directory().resolve("gr"), "gr");

    assertThatThrownBy(() -> service.run(arguments))
        .rootCause()
        .hasMessageContaining("the Kafka cluster")
        .hasMessageContaining("docs/operations.md");
  }
}
