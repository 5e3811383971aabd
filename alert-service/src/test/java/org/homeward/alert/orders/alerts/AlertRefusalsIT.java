package org.homeward.alert.orders.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.homeward.alert.orders.alerts.AlertStates.Effective;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Wire;
import org.homeward.durable.reader.TopicReader;
import org.homeward.schema.event.Change;
import org.homeward.schema.event.EncodedEvent;
import org.homeward.schema.event.Envelope;
import org.homeward.schema.facts.Says;
import org.homeward.schema.snapshots.CaseSnapshot;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is refused about alerts, and that nothing is half done then. */
class AlertRefusalsIT {

  private static final String ALERTS = TrialAlert.ALERTS;

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));
  private final String wish = alerts.wish(trial, "RS-01");

  private void open() {
    alerts.known(trial.reported(says).released(says));
  }

  private Answer refused(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.problem()).as(answer.toString()).isEqualTo(problem);
    return answer;
  }

  private void nothingStored() {
    assertThat(alerts.supervisor.get(ALERTS + "?case=" + trial.id).json().path("alerts")).isEmpty();
  }

  private Answer approve(Wire who, JsonNode draft, String hash) {
    return who.command(
        ALERTS + "/" + draft.path("alert").asString() + "/approve",
        "{\"hash\": \"%s\"}".formatted(hash));
  }

  @Test
  void unknownCaseIsNotKnownHereYet() {
    refused(alerts.supervisor.command(ALERTS, wish), 404, "not-known-here-yet");
  }

  @Test
  @Proves(12)
  void heldReportAlertsNobody() {
    alerts.known(trial.reported(says));

    refused(alerts.supervisor.command(ALERTS, wish), 409, "no-released-report");
    nothingStored();
  }

  @Test
  @Proves(4)
  void frozenAndEndedCasesAlertNobody() {
    open();
    CaseSnapshot told = trial.snapshot();
    var frozen =
        new CaseSnapshot(
            told.id(),
            told.home(),
            told.exercise(),
            told.status(),
            true,
            told.notTo(),
            told.children(),
            told.reports());
    JsonNode draft = alerts.drafted(wish);
    node.publish(
        trial.id,
        List.of(
            Envelope.of(
                "rs",
                3,
                List.of(new Change(3, "case.frozen.v1", TrialCase.AT, "person-ana")),
                frozen)));
    Awaitility.await().until(() -> Stored.copy(node, trial.id).orElseThrow().from().version() == 3);

    refused(alerts.supervisor.command(ALERTS, wish), 409, "alert-held");
    Answer held =
        refused(
            alerts.approve(draft.path("alert").asString(), draft.path("preview").asString()),
            409,
            "alert-held");
    assertThat(held.json().path("holds").toString()).contains("CASE_FROZEN");
    TrialCase over = TrialCase.real();
    Says saysOver = Facts.says(over.child, Facts.boy(Facts.NAME, 9));
    alerts.known(over.reported(saysOver).released(saysOver).ended());
    refused(alerts.supervisor.command(ALERTS, alerts.wish(over, "RS-01")), 409, "alert-held");
  }

  @Test
  void caseThatExcludesTheCountryAlertsNobodyThere() {
    trial.notTo("country:RS");
    open();

    Answer refused = refused(alerts.supervisor.command(ALERTS, wish), 409, "may-not-go-there");
    assertThat(refused.json().path("reason").asString()).isEqualTo("NOT_TO");
    refused(
        alerts.supervisor.command(
            ALERTS, wish.replace("\"RS\"", "\"GR\"").replace("RS-01", "GR-I")),
        409,
        "may-not-go-there");
    nothingStored();
  }

  @Test
  @Proves({4, 6})
  void caseWhoseNewestNewsCannotBeReadAlertsNobodyUntilItIsToldAgain() {
    open();
    String started = alerts.started(alerts.wish(trial, "RS-02"));
    JsonNode draft = alerts.drafted(wish);
    EncodedEvent good = node.encoded(trial.id, trial.last());
    node.publish(new EncodedEvent(trial.id, good.headers(), "{\"half\":".getBytes(UTF_8)));
    Awaitility.await().until(() -> node.bean(TopicReader.class).isStale(trial.id));

    assertThat(effective(started)).isEqualTo(new Effective.Held(Set.of(Hold.CASE_STALE)));
    refused(alerts.supervisor.command(ALERTS, wish), 404, "not-known-here-yet");
    refused(approve(alerts.authority, draft, hash(draft)), 404, "not-found");

    node.publish(trial.id, List.of(trial.amended(says).last()));

    Awaitility.await().until(() -> effective(started) instanceof Effective.Goes);
    assertThat(approve(alerts.authority, draft, hash(draft)).status()).isEqualTo(200);
  }

  private Effective effective(String alert) {
    return node.bean(AlertStates.class).effective(alert, node.clock().instant());
  }

  private static String hash(JsonNode draft) {
    return draft.path("preview").asString();
  }

  @Test
  @Proves(6)
  void caseThatIsKeptFromTheCountryAfterThePreviewHoldsItsAlerts() {
    open();
    String started = alerts.started(alerts.wish(trial, "RS-02"));
    JsonNode draft = alerts.drafted(wish);

    alerts.known(trial.notTo("country:RS").amended(says));

    alerts.becomes(started, "FROZEN");
    assertThat(alerts.read(started).path("holds").toString()).contains("NOT_TO");
    Answer held = refused(approve(alerts.authority, draft, hash(draft)), 409, "alert-held");
    assertThat(held.json().path("holds").toString()).contains("NOT_TO");
    alerts.known(trial.notTo("node:gr").amended(says));
    alerts.becomes(started, "ACTIVE");
  }

  @Test
  @Proves(10)
  void draftAndApprovalAreLooksOfTheirOwnPersons() {
    open();
    JsonNode draft = alerts.drafted(wish);
    String id = draft.path("alert").asString();
    assertThat(Stored.looks(node, "person-jelena")).contains(List.of(trial.id));

    refused(approve(alerts.authority, draft, "0".repeat(64)), 409, "other-preview");
    assertThat(Stored.looks(node, "person-petar")).doesNotContain(List.of(id));
    assertThat(approve(alerts.authority, draft, hash(draft)).status()).isEqualTo(200);

    assertThat(Stored.looks(node, "person-petar")).contains(List.of(id));
  }

  @Test
  void factThatIsNotPlainIsLeftOutOfThePreviewAndNamed() {
    Says bad = Facts.says(trial.child, Facts.boy("Ana zlo.example.com", 9));
    alerts.known(trial.reported(bad).released(bad));

    JsonNode draft = alerts.drafted(wish);

    assertThat(draft.at("/leftOut/0/what").asString())
        .isEqualTo("/children/" + trial.child + "/names");
    String preview =
        alerts.supervisor.get(ALERTS + "/" + draft.path("alert").asString() + "/preview").text();
    assertThat(preview).contains("not-plain").doesNotContain("zlo.example");
  }

  @Test
  @Proves(3)
  void approvalNeedsAnotherPersonOfTheRegisterAndTheCurrentPreview() {
    open();
    String entry = alerts.entry("person-petar", "person-jelena");
    JsonNode draft = alerts.drafted(wish.replace(alerts.entry, entry));
    String hash = draft.path("preview").asString();
    String path = ALERTS + "/" + draft.path("alert").asString();

    refused(approve(node.person("jelena", "authority"), draft, hash), 409, "another-person-needed");
    refused(approve(node.person("stranger", "authority"), draft, hash), 409, "not-in-register");
    refused(approve(alerts.authority, draft, "0".repeat(64)), 409, "other-preview");
    assertThat(approve(alerts.supervisor, draft, hash).status()).isEqualTo(403);
    Answer amended =
        alerts.supervisor.method(
            "PATCH",
            path,
            "{\"text\": {\"sr\": \"Nosi ranac.\"}}",
            "Content-Type",
            "application/json",
            "If-Match",
            alerts.supervisor.get(path).header("ETag").orElseThrow());
    assertThat(amended.status()).as(amended.toString()).isEqualTo(200);
    refused(approve(alerts.authority, draft, hash), 409, "other-preview");
    refused(
        alerts.supervisor.method(
            "PATCH", path, "{}", "Content-Type", "application/json", "If-Match", "\"1\""),
        412,
        "precondition-failed");
    node.clock().advance(Duration.ofMinutes(31));
    String second = amended.json().path("preview").asString();
    refused(approve(alerts.authority, draft, second), 409, "approval-void");
    assertThat(alerts.read(draft.path("alert").asString()).path("status").asString())
        .isEqualTo("DRAFT");
  }

  @Test
  @Proves(3)
  void revokedEntryApprovesNothingAnyMore() {
    open();
    String entry = alerts.entry("person-petar");
    JsonNode draft = alerts.drafted(wish.replace(alerts.entry, entry));
    node.admin().command("/api/v1/authorities/" + entry + "/revoke", "");

    refused(
        approve(alerts.authority, draft, draft.path("preview").asString()), 409, "not-in-register");
    refused(
        alerts.supervisor.command(ALERTS, wish.replace(alerts.entry, entry)),
        409,
        "not-in-register");
  }

  @Test
  void repeatedRequestsAreOneAlert() {
    open();
    String key = UUID.randomUUID().toString();

    Answer made = alerts.supervisor.post(ALERTS, wish, "Idempotency-Key", key);
    Answer again = alerts.supervisor.post(ALERTS, wish, "Idempotency-Key", key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Location")).isEqualTo(made.header("Location"));
    refused(
        alerts.supervisor.post(ALERTS, wish.replace("K-17", "K-18"), "Idempotency-Key", key),
        422,
        "key-reused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"audience\": \"VOLUNTEER\" | \"audience\": \"POLICE\" | /audience",
        "\"regions\": [\"RS-01\"] | \"regions\": [\"GR-I\"] | /area/regions/0",
        "\"regions\": [\"RS-01\"] | \"regions\": [\"RS-00\", \"RS-QQ\"] | /area/regions/1",
        "\"regions\": [\"RS-01\"] | \"regions\": [\"RS-BG\"] | /area/regions/0",
        "\"country\": \"RS\" | \"country\": \"QQ\" | /area/country",
        "\"regions\": [\"RS-01\"] | \"regions\": [\"Beograd\"] | /area/regions/0",
        "\"languages\": [\"sr\", \"en\", \"el\"] | \"languages\": [] | /languages",
        "\"languages\": [\"sr\", \"en\", \"el\"] | \"languages\": [\"sr\", \"xx\"] | /languages/1",
        "\"text\": {} | \"text\": {\"sr\": \"vidi zlo.example.com\"} | /text/sr",
        "\"text\": {} | \"text\": {\"fr\": \"bonjour\"} | /text/fr",
        "\"text\": {} | \"text\": {\"sr\": \"pogled\\u202e\"} | /text/sr",
        "\"reference\": \"K-17/26\" | \"reference\": \"a\\nb\" | /reference",
        "\"reference\": \"K-17/26\" | \"reference\": \"K\", \"x\": 1 | ''"
      })
  void badInputIsRefusedAndNothingStored(String good, String bad, String pointer) {
    open();

    Answer answer = alerts.supervisor.command(ALERTS, wish.replace(good, bad));

    refused(answer, 422, "invalid");
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    nothingStored();
  }

  @Test
  void endOfAnAlertIsWithinADayAndNotInThePast() {
    open();
    for (Duration wrong : List.of(Duration.ofMinutes(-1), Duration.ofHours(25))) {
      String late = alerts.wish(trial, "RS-01", "\"sr\"", alerts.in(wrong));
      assertThat(
              refused(alerts.supervisor.command(ALERTS, late), 422, "invalid")
                  .json()
                  .at("/errors/0/pointer")
                  .asString())
          .isEqualTo("/until");
    }
  }

  @Test
  @Proves({8, 10})
  void previewHoldsWhatEverybodyMayKnowAndNothingElse() {
    alerts.known(trial.reported(says).released(Facts.withRestricted(says)));
    String id = alerts.drafted(wish).path("alert").asString();

    String preview = alerts.supervisor.get(ALERTS + "/" + id + "/preview").text();

    assertThat(preview)
        .contains(Facts.NAME)
        .doesNotContain(Facts.SECRET, "insulin", "torn sleeve", "DO_NOT_TELL", "HIGH");
    assertThat(Stored.looks(node, "person-jelena")).contains(List.of(trial.id, id));
    assertThat(node.person("ana", "operator").get(ALERTS + "/" + id + "/preview").status())
        .isEqualTo(403);
    for (Map.Entry<String, JsonNode> field : alerts.read(id).properties()) {
      assertThat(field.getValue().toString()).doesNotContain(Facts.NAME);
    }
  }
}
