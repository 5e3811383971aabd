package org.homeward.intake.shifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** One shift leaves, and the next one accepts it, over HTTP. */
class ShiftsIT {

  private static final String SHIFTS = "/api/v1/shifts";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);

  private String opened(String more) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]" + more + "}");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("case").asString();
  }

  private static String about(String caseId, String text) {
    return "{\"words\": \"for all\", \"lines\": [{\"case\": \"%s\", \"text\": \"%s\"}]}"
        .formatted(caseId, text);
  }

  private String left(String body) {
    Answer left = ana.post(SHIFTS, body);
    assertThat(left.status()).as(left.text()).isEqualTo(201);
    return SHIFTS + "/" + left.json().path("shift").asString();
  }

  private static Answer accept(Person by, String shift) {
    return by.postNothing(shift + "/accept", "If-Match: *");
  }

  private JsonNode line(Person reader, String shift) {
    return reader
        .get(SHIFTS + "?limit=200")
        .json()
        .path("shifts")
        .valueStream()
        .filter(each -> shift.endsWith(each.path("shift").asString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsLeftIsReadAndAcceptedByTheNext() {
    String caseId = opened("");
    String shift = left(about(caseId, "ask <b> the\\naunt"));
    assertThat(line(marko, shift).has("over")).isFalse();

    Answer read = marko.get(shift);
    assertThat(read.json().path("leftBy").asString()).isEqualTo("person-ana");
    assertThat(read.json().path("words").asString()).isEqualTo("for all");
    assertThat(read.json().at("/lines/0/text").asString()).isEqualTo("ask <b> the\naunt");
    Answer accepted =
        marko.postNothing(shift + "/accept", "If-Match: " + read.all("ETag").getFirst());

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
    assertThat(line(ana, shift).at("/over/by").asString()).isEqualTo("person-marko");
    assertThat(accept(intake.jelena(), shift).text()).contains("shift-over");
  }

  @Test
  @Proves(11)
  void nobodyRelievesHerselfUnderAnotherLoginEither() {
    String shift = left("{}");

    assertThat(accept(ana, shift).text()).contains("own-shift");
    assertThat(marko.postNothing(shift + "/take-back", "If-Match: *").text())
        .contains("not-your-shift");
    assertThat(ana.postNothing(shift + "/take-back", "If-Match: *").status()).isEqualTo(200);
    assertThat(accept(marko, shift).status()).isEqualTo(409);
  }

  @Test
  void whatWaitsStandsAboveWhatWasAccepted() {
    String waiting = left("{}");
    String accepted = left("{}");
    accept(marko, accepted);

    JsonNode first = marko.get(SHIFTS + "?limit=1").json();
    assertThat(first.at("/shifts/0").has("over")).isFalse();
    assertThat(first.path("next").asString()).isNotEmpty();
    accept(marko, waiting);
  }

  @Test
  void twoPressesLeaveItOnce() {
    String key = UUID.randomUUID().toString();

    Answer first = ana.repeat(SHIFTS, "{\"words\": \"once\"}", key);
    Answer second = ana.repeat(SHIFTS, "{\"words\": \"once\"}", key);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(ana.repeat(SHIFTS, "{\"words\": \"other\"}", key).status()).isEqualTo(422);
    accept(marko, SHIFTS + "/" + first.json().path("shift").asString());
  }

  @Test
  @Proves(6)
  void aLineAboutACaseIsAsHiddenAsTheCase() {
    String caseId = opened("");
    String shift = left(about(caseId, "planted line"));
    assertThat(marko.get(shift).text()).contains("planted line");

    ana.post("/api/v1/cases/" + caseId + "/not-to", "{\"notTo\": [\"person:person-marko\"]}");

    assertThat(marko.get(shift).text()).doesNotContain("planted line", caseId).contains("for all");
    assertThat(ana.get(shift).text()).contains("planted line");
    Answer hidden = marko.post(SHIFTS, about(caseId, "x"));
    Answer unknown = marko.post(SHIFTS, about(UUID.randomUUID().toString(), "x"));
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.json().path("type")).isEqualTo(unknown.json().path("type"));
    assertThat(hidden.json().path("detail")).isEqualTo(unknown.json().path("detail"));
  }

  @Test
  @Proves(10)
  void whatIsReadAboutACaseIsRecordedAsALookAtIt() {
    String caseId = opened("");
    String shift = left(about(caseId, "x"));
    String login = "next-" + UUID.randomUUID();

    intake.person(login, Role.OPERATOR).get(shift);

    assertThat(
            intake
                .bean(MongoDatabase.class)
                .getCollection("audit")
                .countDocuments(
                    Filters.and(
                        Filters.eq("fields.reader", "person-" + login),
                        Filters.eq("fields.subjects", caseId))))
        .isEqualTo(1);
  }

  @Test
  @Proves({7, 8})
  void anErasedCaseTakesItsLineTheWordsAndTheirHistoryAlong() {
    String planted = "Planted-" + UUID.randomUUID();
    String caseId = opened("");
    String other = opened("");
    String shift =
        left(
            """
            {"words": "%1$s", "lines": [{"case": "%2$s", "text": "%1$s"},
             {"case": "%3$s", "text": "stays"}]}"""
                .formatted(planted, caseId, other));
    accept(marko, shift);

    String erase = "{\"reason\": \"COURT_ORDER\"}";
    intake.jelena().post("/api/v1/cases/" + caseId + "/erase", erase);
    intake.vera().post("/api/v1/cases/" + caseId + "/erase", erase);

    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : new String[] {"shifts", "shift-history"}) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted);
                }
              }
            });
    assertThat(marko.get(shift).text()).contains("stays");
    assertThat(ana.post(SHIFTS, about(caseId, "late")).status()).isEqualTo(410);
  }

  @Test
  @Proves(11)
  void whatNobodyAcceptsInTimeRings() {
    var rings = intake.bean(MeterRegistry.class).counter("homeward.shifts.rings");
    double before = rings.count();
    Instant late = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

    String shift = left("{\"acceptBy\": \"%s\"}".formatted(late));

    assertThat(line(marko, shift).path("overdue").asBoolean()).isTrue();
    await().untilAsserted(() -> assertThat(rings.count()).isGreaterThan(before));
    assertThat(intake.bean(ViewShifts.class).overdue()).isPositive();
    accept(marko, shift);
    assertThat(line(marko, shift).path("overdue").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"words": " "}                                 | blank
          {"words": "a\\u0007b"}                         | control-character
          {"to": "person-marko"}                         | unknown-field
          {"acceptBy": "2999-01-01T00:00:00Z"}           | too-far-ahead
          {"acceptBy": "1999-01-01T00:00:00Z"}           | too-long-ago
          {"lines": "x"}                                 | wrong-type
          {"lines": ["x"]}                               | /lines/0
          {"lines": [{"case": "x"}]}                     | /lines/0/text
          {"lines": [{"case": "x", "text": "x", "y": 1}]} | unknown-field
          """)
  void badInputIsRefusedWithItsPlace(String body, String rule) {
    Answer refused = ana.post(SHIFTS, body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains(rule);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String unknown = SHIFTS + "/" + UUID.randomUUID();

    assertThat(ana.get(unknown).status()).isEqualTo(404);
    assertThat(accept(ana, unknown).status()).isEqualTo(404);
    assertThat(ana.get(SHIFTS + "?after=x").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"AUTHORITY", "POLICE", "PARTNER_DESK", "DPO", "ADMIN"})
  void nobodyButTheTeamReadsThem(Role role) {
    assertThat(intake.person("other", role).get(SHIFTS).status()).isEqualTo(403);
  }
}
