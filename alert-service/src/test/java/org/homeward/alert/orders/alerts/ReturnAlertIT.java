package org.homeward.alert.orders.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.homeward.alert.trial.Answer;
import org.homeward.alert.trial.Facts;
import org.homeward.alert.trial.Stored;
import org.homeward.alert.trial.TrialAlert;
import org.homeward.alert.trial.TrialCase;
import org.homeward.alert.trial.TrialNode;
import org.homeward.alert.trial.Wire;
import org.homeward.schema.facts.Says;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Those who decide find waiting proposals, and return them to their authors with a reason. */
class ReturnAlertIT {

  private static final String ALERTS = TrialAlert.ALERTS;
  private static final String WORDS = "planted-in-a-return";

  private final TrialNode node = TrialNode.get();
  private final TrialAlert alerts = new TrialAlert(node);
  private final TrialCase trial = TrialCase.real();
  private final Says says = Facts.says(trial.child, Facts.boy(Facts.NAME, 9));

  private JsonNode drafted() {
    alerts.known(trial.reported(says).released(says));
    return alerts.drafted(alerts.wish(trial, "RS-03"));
  }

  private Answer giveBack(Wire who, JsonNode draft) {
    return who.command(
        ALERTS + "/" + draft.path("alert").asString() + "/return",
        "{\"hash\": \"%s\", \"reason\": \"UNCLEAR\", \"words\": \"%s\"}"
            .formatted(draft.path("preview").asString(), WORDS));
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("alerts").forEach(line -> ids.add(line.path("alert").asString()));
    return ids;
  }

  private static JsonNode line(Wire who, String state, String alert) {
    for (JsonNode line : who.get(ALERTS + "?limit=200&state=" + state).json().path("alerts")) {
      if (line.path("alert").asString().equals(alert)) {
        return line;
      }
    }
    throw new AssertionError(alert + " is not " + state);
  }

  @Test
  @Proves(3)
  void theAuthorLearnsWhyAndWritesItAnewAndThenItIsApproved() {
    JsonNode draft = drafted();
    String id = draft.path("alert").asString();
    assertThat(giveBack(alerts.supervisor, draft).problem()).isEqualTo("another-person-needed");
    assertThat(giveBack(alerts.operator, draft).status()).isEqualTo(403);

    Answer returned = giveBack(alerts.authority, draft);

    assertThat(returned.status()).as(returned.toString()).isEqualTo(200);
    assertThat(returned.json().at("/returned/reason").asString()).isEqualTo("UNCLEAR");
    assertThat(returned.json().path("allowed").toString()).doesNotContain("approve", "return");
    assertThat(line(alerts.supervisor, "RETURNED", id).at("/returned/words").asString())
        .isEqualTo(WORDS);
    assertThat(ids(alerts.authority.get(ALERTS + "?state=WAITING&limit=200").json()))
        .doesNotContain(id);
    Answer late = alerts.approve(id, draft.path("preview").asString());
    assertThat(late.problem()).isEqualTo("not-in-this-state");
    assertThat(giveBack(alerts.authority, draft).problem()).isEqualTo("not-in-this-state");
    Answer anew =
        alerts.supervisor.method(
            "PATCH",
            ALERTS + "/" + id,
            "{\"text\": {\"sr\": \"Nosi plavi ranac.\"}}",
            "Content-Type",
            "application/json",
            "If-Match",
            returned.header("ETag").orElseThrow());
    assertThat(anew.status()).as(anew.toString()).isEqualTo(200);
    assertThat(anew.json().has("returned")).isFalse();
    assertThat(alerts.approve(id, anew.json().path("preview").asString()).status()).isEqualTo(200);
    assertThat(ids(alerts.operator.get(ALERTS + "?state=LIVE&limit=200").json())).contains(id);
  }

  @Test
  void whoeverMayDecideFindsItNewestFirstAndNoPageLosesAny() {
    JsonNode first = drafted();
    TrialCase other = TrialCase.real();
    Says told = Facts.says(other.child, Facts.boy(Facts.NAME, 9));
    alerts.known(other.reported(told).released(told));
    node.clock().advance(Duration.ofSeconds(1));
    String second = alerts.drafted(alerts.wish(other, "RS-04")).path("alert").asString();

    JsonNode waiting = line(alerts.authority, "WAITING", second);
    assertThat(waiting.path("yours").asBoolean()).isTrue();
    assertThat(waiting.path("addressees").isNumber()).isTrue();
    assertThat(line(alerts.supervisor, "WAITING", second).path("yours").asBoolean()).isFalse();
    List<String> walked = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = alerts.authority.get(ALERTS + "?state=WAITING&limit=1&after=" + next).json();
      walked.addAll(ids(page));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    assertThat(walked).doesNotHaveDuplicates();
    assertThat(walked).containsSubsequence(second, first.path("alert").asString());
    assertThat(alerts.authority.get(ALERTS + "?state=WAITING&after=nowhere").problem())
        .isEqualTo("bad-cursor");
    assertThat(alerts.authority.get(ALERTS + "?state=SLEEPING").status()).isEqualTo(422);
    assertThat(alerts.authority.get(ALERTS + "?state=LIVE&case=" + trial.id).status())
        .isEqualTo(422);
  }

  @Test
  @Proves({6, 8})
  void wordsOfAReturnAreSeenByNobodyFromWhomTheCaseIsKeptAndGoWithIt() {
    JsonNode draft = drafted();
    assertThat(giveBack(alerts.authority, draft).status()).isEqualTo(200);
    assertThat(Stored.holds(node, "alerts", WORDS)).isTrue();
    alerts.known(trial.notTo("person:person-marko").amended(says));

    Wire marko = node.person("marko", "supervisor");
    assertThat(marko.get(ALERTS + "?state=RETURNED&limit=200").text())
        .doesNotContain(WORDS, draft.path("alert").asString());
    assertThat(giveBack(marko, draft).status()).isEqualTo(404);

    node.publish(trial.id, List.of(trial.erased().last()));
    alerts.becomesATombstone(draft.path("alert").asString());
    await().until(() -> !Stored.holds(node, "alerts", WORDS));
  }
}
