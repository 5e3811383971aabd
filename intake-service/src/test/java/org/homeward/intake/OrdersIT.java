package org.homeward.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialHandover;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Police say whether there are custody or protection orders, over the wire. */
class OrdersIT {

  private static final String NONE =
      "{\"finding\": \"NONE_FOUND\", \"reference\": \"KU 417/26\", \"officer\": \"Marković\"}";
  private static final String FOUND =
      """
      {"finding": "FOUND", "reference": "KU 418/26", "officer": "Marković, Novi Sad",
       "orders": "The father must stay away.", "note": "Call before noon."}""";
  private static final String MISTAKEN =
      "{\"finding\": \"MISTAKEN\", \"note\": \"meant another case\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final JsonNode opened =
      ana.post("/api/v1/reports", "{\"exercise\":false,\"channel\":\"PHONE\",\"newChildren\":[{}]}")
          .json();
  private final String id = opened.path("case").asString();
  private final String path = "/api/v1/cases/" + id;

  private Answer check(Person by, String word) {
    Answer answer = by.post(path + "/orders-checked", word);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer;
  }

  private List<JsonNode> events(String caseId) {
    return intake.all("rs.cases").stream()
        .filter(each -> each.key().equals(caseId))
        .map(each -> Json.mapper().readTree(new String(each.value(), UTF_8)).path("snapshot"))
        .toList();
  }

  /** The newest event, once it tells this version. */
  private JsonNode told(Answer changed) {
    long version = Long.parseLong(changed.header("ETag").replace("\"", ""));
    return await()
        .until(
            () ->
                intake.all("rs.cases").stream()
                    .filter(each -> each.key().equals(id))
                    .map(each -> Json.mapper().readTree(new String(each.value(), UTF_8)))
                    .filter(event -> event.path("version").asLong() >= version)
                    .map(event -> event.path("snapshot"))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private Answer release(String report) {
    Answer released =
        ana.post(
            path + "/reports/" + report + "/release",
            "{\"desk\": \"pu\", \"basis\": \"LEGAL_DUTY\", \"reason\": \"they ask\"}",
            "If-Match: " + ana.get(path).header("ETag"));
    assertThat(released.status()).as(released.toString()).isEqualTo(200);
    return released;
  }

  @Test
  @Proves({3, 8})
  void lastWordCountsAndItsWordsStayWithTheTeam() {
    assertThat(ana.get(path).json().has("ordersChecked")).isFalse();
    check(ana, NONE);
    release(opened.path("report").asString());
    Answer found = check(jelena, FOUND);

    JsonNode seen = ana.get(path).json();
    assertThat(seen.at("/ordersChecked/orders").asString()).isEqualTo("The father must stay away.");
    assertThat(seen.path("orders").size()).isEqualTo(2);
    assertThat(seen.at("/orders/0/reference").asString()).isEqualTo("KU 417/26");
    JsonNode told = told(found);
    assertThat(told.at("/ordersChecked/reference").asString()).isEqualTo("KU 418/26");
    assertThat(told.at("/ordersChecked/finding").asString()).isEqualTo("FOUND");
    assertThat(events(id).toString()).doesNotContain("father", "noon", "Marković");
  }

  @Test
  @Proves(3)
  void mistakeTakesTheWordBack() {
    assertThat(told(check(ana, NONE)).has("ordersChecked")).isTrue();
    Answer mistaken = check(jelena, MISTAKEN);

    JsonNode seen = ana.get(path).json();
    assertThat(seen.has("ordersChecked")).isFalse();
    assertThat(seen.at("/orders/1/note").asString()).isEqualTo("meant another case");
    assertThat(told(mistaken).has("ordersChecked")).isFalse();
  }

  @Test
  @Proves(4)
  void orderFoundOrAMistakeAfterAnEarlierWordFreezesTheCaseAtOnce() {
    assertThat(told(check(ana, NONE)).path("frozen").asBoolean()).isFalse();

    assertThat(told(check(ana, FOUND)).path("frozen").asBoolean()).isTrue();

    JsonNode frozen = ana.get(path).json();
    assertThat(frozen.at("/freeze/number").asInt()).isEqualTo(1);
    assertThat(frozen.at("/freeze/by").asString())
        .isEqualTo(frozen.at("/ordersChecked/by").asString());
    assertThat(told(check(jelena, MISTAKEN)).path("frozen").asBoolean()).isTrue();
  }

  @Test
  @Proves(3)
  void firstWordFreezesNothingWhateverItSays() {
    assertThat(told(check(ana, FOUND)).path("frozen").asBoolean()).isFalse();
    assertThat(ana.get(path).json().has("freeze")).isFalse();
  }

  @Test
  @Proves(3)
  void wordSaysNothingOfAChildWhoJoinsLater() {
    check(ana, NONE);
    release(opened.path("report").asString());
    String sibling = "{\"exercise\":false,\"channel\":\"PHONE\",\"newChildren\":[{}]}";
    Answer joined = ana.post(path + "/reports", sibling);

    assertThat(ana.get(path).json().has("ordersChecked")).isFalse();
    assertThat(told(joined).has("ordersChecked")).as("a held report shows nowhere").isTrue();
    assertThat(told(release(joined.json().path("report").asString())).has("ordersChecked"))
        .isFalse();
    assertThat(told(check(ana, NONE)).has("ordersChecked")).isTrue();
  }

  @Test
  @Proves(3)
  void wordSaysNothingOfABirthDateThatPoliceWereNotAskedAboutUntilTheyLookAgain() {
    check(ana, NONE);
    String report = opened.path("report").asString();
    release(report);
    String child = opened.path("children").path(0).asString();
    Answer amended =
        ana.patch(
            path + "/reports/" + report,
            "{\"says\": {\"children\": {\"%s\": {\"born\": \"2016-05-01\"}}}}".formatted(child),
            "If-Match: " + ana.get(path).header("ETag"));
    assertThat(amended.status()).as(amended.toString()).isEqualTo(200);

    assertThat(ana.get(path).json().has("ordersChecked")).isFalse();
    assertThat(told(amended).has("ordersChecked")).isFalse();
    Answer again = check(ana, NONE);
    assertThat(told(again).has("ordersChecked")).isTrue();
    assertThat(ana.get(path).json().path("orders").size()).isEqualTo(2);
  }

  @Test
  void theSameMistakeAgainChangesNothingAndAnEndedCaseTakesAWordForTheTeamAlone() {
    check(ana, NONE);
    String version = check(jelena, MISTAKEN).header("ETag");
    assertThat(check(jelena, MISTAKEN).header("ETag")).isEqualTo(version);
    jelena.post(
        path + "/children/" + opened.path("children").path(0).asString() + "/end",
        "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\", \"reference\": \"K\"}");

    Answer found = ana.post(path + "/orders-checked", FOUND);
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    assertThat(ana.get(path).json().at("/orders/2/finding").asString()).isEqualTo("FOUND");
  }

  @Test
  @Proves(5)
  void caseOfAnotherNodeIsCheckedHereForAlertsOfThisNode() {
    TrialHandover handover = TrialHandover.held();
    intake.tell("rs.handovers", handover.caseId, handover.offered());
    intake.tell("rs.handovers", handover.caseId, handover.released("by the sea"));
    String foreign = "/api/v1/cases/" + handover.caseId;
    await().until(() -> ana.get(foreign).status() == 200);

    assertThat(ana.post(foreign + "/orders-checked", NONE).status()).isEqualTo(200);

    await().until(() -> events(handover.caseId).getLast().has("ordersChecked"));
  }
}
