package org.homeward.intake.tips;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.intake.tips.TrialTips.GRADE;
import static org.homeward.intake.tips.TrialTips.TIPS;
import static org.homeward.intake.tips.TrialTips.body;
import static org.homeward.intake.tips.TrialTips.id;
import static org.homeward.intake.tips.TrialTips.ifMatch;
import static org.homeward.intake.tips.TrialTips.path;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.Wire;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tips over HTTP: sent by anybody, read by the team, hidden with their case. */
class TipsIT {

  private static final String STORED =
      "Stored. Read by a person, perhaps hours later. Danger or child in sight: 192 in Serbia, 112"
          + " in the EU.";

  private final TrialIntake intake = TrialIntake.get();
  private final TrialTips tips = new TrialTips(intake);
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);
  private final String client = address();

  private static String address() {
    var random = new Random();
    return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
  }

  private Answer sent(String body, String key) {
    Answer answer =
        new Wire(intake.port())
            .send(
                "POST",
                TIPS,
                body,
                "Content-Type: application/json",
                "X-Forwarded-For: " + client,
                "Idempotency-Key: " + key);
    assertThat(
            Person.API.problems(
                "POST",
                TIPS,
                "application/json",
                body.getBytes(UTF_8),
                answer.status(),
                answer.all("Content-Type").getFirst(),
                answer.body()))
        .isEmpty();
    return answer;
  }

  private Answer sent(String body) {
    return sent(body, UUID.randomUUID().toString());
  }

  private JsonNode received(String text) {
    return TrialTips.list(ana, "").stream()
        .filter(each -> each.path("text").asString().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anybodySendsATipAndTheTeamReadsItAsItWasTyped() {
    String text = "čovek sa kapom <script>alert(1)</script> & \\\"kamion\\\" " + UUID.randomUUID();

    Answer answer =
        sent(
            body(
                text,
                """
                , "language": "sr-Latn", "seenAt": "2026-02-01T10:00:00Z", "withinMinutes": 30,
                "place": "pumpa", "withinMetres": 500, "direction": "sever", "companion": "muškarac",
                "contact": "064 555 333", "reference": "RS-4F2A", "alertSeen": "AFTER_ALERT\""""));

    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.json().path("message").asString()).isEqualTo(STORED);
    assertThat(answer.all("Cache-Control")).containsExactly("no-store");
    JsonNode found = received(text.replace("\\\"", "\""));
    assertThat(found.path("contact").asString()).isEqualTo("064 555 333");
    assertThat(found.path("withinMetres").asInt()).isEqualTo(500);
    assertThat(found.path("alertSeen").asString()).isEqualTo("AFTER_ALERT");
    assertThat(found.path("standing").asString()).isEqualTo("WAITING");
    assertThat(found.path("channel").asString()).isEqualTo("WEB");
    assertThat(found.has("takenBy")).isFalse();
  }

  /** Otherwise the form would say whether a reference is right. */
  @Test
  @Proves(6)
  void theAnswerHasTheSameBytesWhateverTheTipIsAbout() {
    String caseId = tips.opened("");
    String right = "RS-" + caseId.substring(0, 6).toUpperCase(Locale.ROOT);
    String key = UUID.randomUUID().toString();

    String first = sent(body("one", ", \"reference\": \"" + right + "\""), key).text();

    assertThat(sent(body("one", ", \"reference\": \"" + right + "\""), key).text())
        .isEqualTo(first);
    assertThat(sent(body("two", ", \"reference\": \"RS-000000\"")).text()).isEqualTo(first);
    assertThat(sent(body("three", "")).text()).isEqualTo(first);
    assertThat(sent(body("four", ""), key).text())
        .as("nobody learns that somebody else chose this key")
        .isEqualTo(first);
  }

  @Test
  @Proves(2)
  void twoPressesStoreOneTip() {
    String text = "twice " + UUID.randomUUID();
    String key = UUID.randomUUID().toString();
    sent(body(text, ""), key);
    sent(body(text, ""), key);
    assertThat(TrialTips.list(ana, "").stream().filter(t -> t.path("text").asString().equals(text)))
        .hasSize(1);
  }

  @Test
  void whatOneClientSendsBeyondItsShareIsNotReceivedAndSaysSo() {
    for (int i = 0; i < 20; i++) {
      assertThat(sent(body("many " + i, "")).status()).isEqualTo(202);
    }

    String text = "too many " + UUID.randomUUID();
    Answer refused = sent(body(text, ""));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().path("type").asString()).endsWith(":tips-too-many");
    assertThat(refused.json().path("message").asString())
        .startsWith("NOT received. Call 116 000.")
        .contains("192", "112");
    assertThat(TrialTips.list(ana, "").stream().map(t -> t.path("text").asString()))
        .doesNotContain(text);
    assertThat(tips.taken("a colleague is not counted", "").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                    | required
          {"text": " "}                                         | blank
          {"text": 7}                                           | wrong-type
          {"text": "seen", "seenAt": "2999-01-01T00:00:00Z"}    | in-future
          {"text": "seen", "seenAt": "1926-02-01T10:00:00Z"}    | out-of-range
          {"text": "seen", "language": "xx"}                    | unknown-language
          {"text": "seen", "seenAt": "yesterday"}               | wrong-form
          {"text": "seen", "withinMinutes": -1}                 | out-of-range
          {"text": "seen", "withinMetres": 1000001}             | out-of-range
          {"text": "seen", "alertSeen": "PERHAPS"}              | unknown-code
          {"text": "seen", "place": "a\\u0007b"}                | control-character
          {"text": "seen", "case": "x"}                         | unknown-field
          """)
  void badInputIsRefusedWithItsPlaceAndNotRepeated(String body, String rule) {
    Answer refused = sent(body);
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains(rule).doesNotContain("2999", "PERHAPS", "yesterday");
  }

  @Test
  void aTipOfTheSameGiverStandsBesideTheOthers() {
    String number = "06" + (10_000_000 + new Random().nextInt(80_000_000));
    Answer one = tips.taken("first " + UUID.randomUUID(), ", \"contact\": \"" + number + "\"");
    tips.taken("between " + UUID.randomUUID(), "");
    String text = "word for word the same " + UUID.randomUUID();
    Answer two = tips.taken(text, ", \"contact\": \"+381 " + number.substring(1) + "\"");
    Answer three = tips.taken(text.toUpperCase(Locale.ROOT), "");

    JsonNode read = ana.get(path(two)).json();

    assertThat(read.path("alike").valueStream().map(other -> other.path("tip").asString()))
        .containsExactly(id(three), id(one));
    assertThat(read.at("/alike/0/by/0").asString()).isEqualTo("TEXT");
    assertThat(read.at("/alike/1/by/0").asString()).isEqualTo("CONTACT");
    List<String> ids = TrialTips.ids(ana, "");
    assertThat(ids.subList(ids.indexOf(id(three)), ids.indexOf(id(three)) + 3))
        .containsExactly(id(three), id(two), id(one));
  }

  @Test
  @Proves({6, 12})
  void oneWhoMayNotSeeTheCaseSeesNeitherItNorTheTip() {
    String caseId = tips.opened("");
    Answer tip = tips.taken("a boy in a truck", "");
    tips.tied(tip, caseId);
    assertThat(marko.get(path(tip)).status()).isEqualTo(200);

    ana.post("/api/v1/cases/" + caseId + "/not-to", "{\"notTo\": [\"person:person-marko\"]}");

    assertThat(marko.get(path(tip)).status()).isEqualTo(404);
    assertThat(TrialTips.ids(marko, "")).doesNotContain(id(tip));
    assertThat(TrialTips.ids(ana, "")).contains(id(tip));
    assertThat(marko.get(TIPS + "?case=" + caseId).status()).isEqualTo(404);
    assertThat(marko.post(path(tip) + "/grade", GRADE).status())
        .as("the look comes before If-Match")
        .isEqualTo(404);
  }

  @Test
  @Proves(6)
  void nobodyTiesATipToWhatIsKeptFromHim() {
    String hidden = tips.opened(", \"notTo\": [\"person:person-marko\"]");
    Answer tip = tips.taken("a boy in a truck", "");
    String body = "{\"case\": \"%s\"}";

    Answer refused = marko.post(path(tip) + "/tie", body.formatted(hidden), ifMatch(tip));
    Answer unknown =
        marko.post(path(tip) + "/tie", body.formatted(UUID.randomUUID()), ifMatch(tip));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text()).isEqualTo(unknown.text());
    assertThat(ana.get(path(tip)).json().has("case")).isFalse();
  }

  @Test
  @Proves(10)
  void aLookAndAListAreRecorded() {
    Answer tip = tips.taken("a boy in a truck", "");
    String login = "listener-" + UUID.randomUUID();
    Person reader = intake.person(login, Role.SUPERVISOR);

    reader.get(path(tip));
    reader.get(TIPS + "?limit=200");

    assertThat(
            intake
                .bean(MongoDatabase.class)
                .getCollection("audit")
                .countDocuments(
                    Filters.and(
                        Filters.eq("fields.reader", "person-" + login),
                        Filters.eq("fields.subjects", id(tip)))))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTHORITY", "POLICE", "PARTNER_DESK", "ADMIN"})
  void nobodyButTheTeamAndTheOfficerReadsTips(Role role) {
    Person other = intake.person("other", role);
    assertThat(other.get(TIPS).status()).isEqualTo(403);
    assertThat(other.get(path(tips.taken("a boy in a truck", ""))).status()).isEqualTo(403);
  }
}
