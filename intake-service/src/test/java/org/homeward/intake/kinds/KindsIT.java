package org.homeward.intake.kinds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A child at risk, and a child whom nobody knows: said at the first report, over HTTP. */
class KindsIT {

  private static final String REPORTS = "/api/v1/reports";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final String word = "planted-" + UUID.randomUUID();

  private Answer open(String kind, String more) {
    return ana.post(
        REPORTS,
        """
        {"exercise": false, %s"channel": "PHONE", "newChildren": [{"languages": ["ps"]}],
         "says": {"circumstances": {"language": "en", "text": "%s"}}%s}"""
            .formatted(kind, word, more));
  }

  private String opened(String kind) {
    Answer opened = open("\"kind\": \"" + kind + "\", ", "");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    assertThat(opened.json().path("kind").asString()).isEqualTo(kind);
    return opened.json().path("case").asString();
  }

  private JsonNode read(String id) {
    return ana.get("/api/v1/cases/" + id).json();
  }

  private Answer missing(String id) {
    return ana.post("/api/v1/cases/" + id + "/missing", "{\"reason\": \"gone from school\"}");
  }

  private Answer renew(String id) {
    return ana.post(
        "/api/v1/cases/" + id + "/at-risk/renew", "{\"reason\": \"he has said it again\"}");
  }

  @Test
  void aCaseIsASearchUnlessSomebodySaysOtherwise() {
    Answer plain = open("", "");
    assertThat(plain.json().path("kind").asString()).isEqualTo("MISSING");
    JsonNode search = read(plain.json().path("case").asString());
    assertThat(search.path("kind").asString()).isEqualTo("MISSING");
    assertThat(search.has("atRiskUntil")).isFalse();

    JsonNode found = read(opened("UNIDENTIFIED"));
    assertThat(found.path("kind").asString()).isEqualTo("UNIDENTIFIED");
    assertThat(found.has("atRiskUntil")).isFalse();
  }

  @Test
  @Proves(12)
  void aCaseAtRiskIsHeldStandsAYearAndIsRenewedWithAReason() {
    Answer opened = open("\"kind\": \"AT_RISK\", ", "");
    String id = opened.json().path("case").asString();
    assertThat(opened.json().path("proposal").asString()).isEqualTo("HOLD");
    assertThat(opened.json().path("because").asString()).isEqualTo("AT_RISK");
    JsonNode atRisk = read(id);
    assertThat(atRisk.at("/reports/0/policeRelease/status").asString()).isEqualTo("HELD");
    assertThat(atRisk.at("/reports/0/proposal").asString()).isEqualTo("HOLD");
    Instant until = Instant.parse(atRisk.path("atRiskUntil").asString());
    assertThat(until).isAfter(Instant.parse(atRisk.path("openedAt").asString()));

    Answer renewed = renew(id);

    assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
    assertThat(Instant.parse(renewed.json().path("atRiskUntil").asString())).isAfter(until);
    JsonNode turn = read(id).at("/kindTurns/0");
    assertThat(turn.path("kind").asString()).isEqualTo("AT_RISK");
    assertThat(turn.path("by").asString()).isEqualTo("person-ana");
    assertThat(turn.path("reason").asString()).isEqualTo("he has said it again");
  }

  @Test
  @Proves(12)
  void itBecomesASearchInOneStepThatSaysWhatIsStillHeld() {
    String id = opened("AT_RISK");
    JsonNode before = read(id);
    String report = before.at("/reports/0/id").asString();

    Answer step = missing(id);

    assertThat(step.status()).as(step.text()).isEqualTo(200);
    assertThat(step.json().path("kind").asString()).isEqualTo("MISSING");
    assertThat(step.json().at("/held/0").asString()).isEqualTo(report);
    JsonNode search = read(id);
    assertThat(search.path("kind").asString()).isEqualTo("MISSING");
    assertThat(search.has("atRiskUntil")).isFalse();
    assertThat(search.path("facts")).isEqualTo(before.path("facts"));
    assertThat(search.at("/reports/0/policeRelease/status").asString()).isEqualTo("HELD");
    assertThat(search.at("/kindTurns/0/reason").asString()).isEqualTo("gone from school");

    Answer again = missing(id);
    assertThat(again.status()).as("two people press at once").isEqualTo(200);
    assertThat(read(id).path("kindTurns")).hasSize(1);
    Answer back = renew(id);
    assertThat(back.status()).isEqualTo(409);
    assertThat(back.problem()).isEqualTo("not-at-risk");
    assertThat(back.json().path("allowed").toString())
        .contains("release")
        .doesNotContain("renew_at_risk", "go_missing");
  }

  @Test
  void onlyACaseAtRiskMayBecomeASearch() {
    for (String kind : List.of("MISSING", "UNIDENTIFIED")) {
      String id = opened(kind);
      for (Answer refused : List.of(missing(id), renew(id))) {
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-at-risk");
      }
      assertThat(read(id).path("kind").asString()).isEqualTo(kind);
    }
    assertThat(missing(UUID.randomUUID().toString()).status()).isEqualTo(404);
    assertThat(intake.vera().post("/api/v1/cases/" + opened("AT_RISK") + "/missing", "{}").status())
        .isEqualTo(403);
  }

  @Test
  void listsHaveOneKindWhereSomebodyAsksForIt() {
    String atRisk = opened("AT_RISK");
    String found = opened("UNIDENTIFIED");

    String list = ana.get("/api/v1/cases?kind=AT_RISK&limit=200").text();
    assertThat(list).contains(atRisk).doesNotContain(found);
    assertThat(ana.get("/api/v1/cases?kind=UNIDENTIFIED&limit=200").text())
        .contains(found)
        .doesNotContain(atRisk);
    JsonNode refused = ana.get("/api/v1/cases?kind=OTHER").json();
    assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": \"OTHER\", | /kind | unknown-code",
        "\"kind\": \"SOMETHING\", | /kind | unknown-code",
        "\"kind\": 7, | /kind | wrong-type",
        "\"atRiskUntil\": \"2030-01-01T00:00:00Z\", | '' | unknown-field"
      })
  void badKindIsRefusedAndNothingStored(String field, String pointer, String rule) {
    Answer refused = intake.person("ana", Role.OPERATOR).post(REPORTS, body(field));

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(refused.json().at("/errors/0/rule").asString()).isEqualTo(rule);
    assertThat(refused.text()).doesNotContain("SOMETHING");
  }

  private static String body(String field) {
    return "{\"exercise\": false, %s \"channel\": \"PHONE\", \"newChildren\": [{}]}"
        .formatted(field);
  }

  @Test
  void renewalNeedsAReasonAndTheStepNone() {
    String id = opened("AT_RISK");
    Answer refused = ana.post("/api/v1/cases/" + id + "/at-risk/renew", "{}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
    Answer long_ =
        ana.post("/api/v1/cases/" + id + "/missing", "{\"reason\": \"" + "x".repeat(501) + "\"}");
    assertThat(long_.status()).isEqualTo(422);
    assertThat(read(id).path("kind").asString()).isEqualTo("AT_RISK");

    assertThat(ana.post("/api/v1/cases/" + id + "/missing", "{}").status()).isEqualTo(200);
    assertThat(read(id).at("/kindTurns/0").has("reason")).isFalse();
  }

  @Test
  @Proves({7, 8})
  void readersHearTheKindAndNoReasonAndAnErasedCaseLeavesNoneOfIt() {
    String id = opened("AT_RISK");
    String path = "/api/v1/cases/" + id;
    String reason = "{\"reason\": \"" + word + "\"}";
    await().until(() -> told(id).stream().anyMatch(each -> each.contains("AT_RISK")));
    assertThat(ana.post(path + "/at-risk/renew", reason).status()).isEqualTo(200);
    assertThat(ana.post(path + "/missing", reason).status()).isEqualTo(200);

    await().until(() -> told(id).stream().anyMatch(each -> each.contains("recategorised")));
    assertThat(told(id)).anyMatch(each -> each.contains("\"caseKind\":\"AT_RISK\""));
    assertThat(told(id)).noneMatch(each -> each.contains(word));
    assertThat(told(id).getLast()).doesNotContain("caseKind");

    String why = "{\"reason\": \"SUBJECT_REQUEST\"}";
    intake.jelena().post(path + "/erase", why);
    assertThat(intake.vera().post(path + "/erase", why).status()).isEqualTo(200);
    assertThat(ana.get(path).status()).isEqualTo(410);
    assertThat(missing(id).status()).isEqualTo(410);
    await().until(() -> told(id).stream().anyMatch(each -> each.contains("ERASED")));
    assertThat(told(id).getLast()).doesNotContain("AT_RISK", word);
  }

  private List<String> told(String id) {
    return intake.all("rs.cases").stream()
        .filter(record -> id.equals(record.key()))
        .map(record -> new String(record.value(), UTF_8))
        .toList();
  }
}
