package org.homeward.alert.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.CountDeliveries;
import tools.jackson.databind.JsonNode;

/** Writes, approves and looks at alerts as people do. */
public final class TrialAlert {

  public static final String ALERTS = "/api/v1/alerts";

  public final TrialNode node;
  public final Wire supervisor;
  public final Wire authority;
  public final Wire operator;
  public final String entry;

  public TrialAlert(TrialNode node) {
    this.node = node;
    supervisor = node.person("jelena", "supervisor");
    authority = node.person("petar", "authority");
    operator = node.person("ana", "operator");
    entry = entry("person-petar");
  }

  /** A new entry of the register. */
  public String entry(String... persons) {
    Answer made =
        node.admin()
            .command(
                "/api/v1/authorities",
                """
                {"office": "Odeljenje za nestale", "country": "RS",
                 "callBack": "+381 11 123 4567", "powers": ["VOLUNTEER_ALERT"],
                 "persons": ["%s"], "until": "%s"}"""
                    .formatted(String.join("\", \"", persons), in(Duration.ofDays(300))));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return node.confirmed("authorities", made);
  }

  public Instant in(Duration time) {
    return node.clock().instant().plus(time);
  }

  public String wish(TrialCase trial, String region) {
    return wish(trial, region, "\"sr\", \"en\", \"el\"", in(Duration.ofHours(3)));
  }

  public String wish(TrialCase trial, String region, String languages, Instant until) {
    return """
        {"case": "%s", "audience": "VOLUNTEER",
         "area": {"country": "RS", "regions": ["%s"]}, "languages": [%s],
         "text": {}, "until": "%s", "authority": "%s", "reference": "K-17/26"}"""
        .formatted(trial.id, region, languages, until, entry);
  }

  /** The case is known here in its newest state. */
  public void known(TrialCase trial) {
    node.publish(trial);
    Awaitility.await()
        .until(
            () ->
                Stored.copy(node, trial.id)
                    .filter(copy -> copy.from() != null)
                    .filter(copy -> copy.from().version() >= trial.last().version())
                    .isPresent());
  }

  public JsonNode drafted(String wish) {
    Answer made = supervisor.command(ALERTS, wish);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.json();
  }

  public Answer approve(String id, String hash) {
    return authority.command(ALERTS + "/" + id + "/approve", "{\"hash\": \"%s\"}".formatted(hash));
  }

  /** By a person who has read the word of police that was recorded then. */
  public Answer approve(String id, String hash, Instant ordersAt) {
    return authority.command(
        ALERTS + "/" + id + "/approve",
        "{\"hash\": \"%s\", \"ordersAt\": \"%s\"}".formatted(hash, ordersAt));
  }

  /** Drafted, and approved by another person. */
  public String started(String wish) {
    JsonNode draft = drafted(wish);
    String id = draft.path("alert").asString();
    Answer approved = approve(id, draft.path("preview").asString());
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    return id;
  }

  public JsonNode read(String id) {
    return supervisor.get(ALERTS + "/" + id).json();
  }

  /** Nobody is shown it any more. */
  public void becomesATombstone(String id) {
    Awaitility.await()
        .until(
            () ->
                node.documents("alerts", Alert.class)
                    .find(id)
                    .filter(alert -> alert.state() instanceof Alert.Erased)
                    .isPresent());
  }

  /** Its case is erased. */
  public void becomesSomethingNobodySees(String id) {
    Awaitility.await().until(() -> supervisor.get(ALERTS + "/" + id).status() == 404);
  }

  /** The same of an alert whose case is erased. */
  public void countedUnseen(String id, String what, String standing, int count) {
    Awaitility.await().until(() -> unseen(id, what).getOrDefault(standing, 0) >= count);
  }

  private Map<String, Integer> unseen(String id, String what) {
    var alert = node.documents("alerts", Alert.class).find(id).orElseThrow();
    CountDeliveries.Counts counts = node.bean(CountDeliveries.class).of(id, alert.state());
    return what.equals("end") ? counts.end() : counts.alert();
  }

  public void becomes(String id, String status) {
    Awaitility.await().until(() -> read(id).path("status").asString().equals(status));
  }

  /** Waits until so many stand so, of the alert or its end. */
  public JsonNode counted(String id, String what, String standing, int count) {
    return Awaitility.await()
        .until(
            () -> read(id),
            alert -> alert.at("/deliveries/" + what + "/" + standing).asInt() >= count);
  }
}
