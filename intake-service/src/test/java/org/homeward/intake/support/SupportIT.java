package org.homeward.intake.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Support over HTTP: what is needed, who agreed, what was given, and the plan. */
class SupportIT {

  private static final String FILES = "/api/v1/care-files";
  private static final String OWN = "{\"from\": \"SELF\", \"agrees\": true, \"how\": \"SPOKEN\"}";
  private static final String PARENT =
      "{\"from\": \"PARENT\", \"agrees\": true, \"how\": \"WRITTEN\"}";
  private static final String BEGUN = "{\"to\": \"BEGUN\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final Person vera = intake.vera();
  private final Person kata = intake.person("kata", Role.CONFIDANT);
  private final Person mira = intake.person("mira", Role.CONFIDANT);

  @BeforeEach
  void bothHaveBeenHere() {
    kata.get(FILES);
    mira.get(FILES);
  }

  private String opened() {
    Answer answer = kata.post(FILES, "{\"exercise\": false, \"about\": {\"age\": \"CHILD\"}}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return FILES + "/" + answer.json().path("careFile").asString() + "/support";
  }

  private String needed(String support, String whom, String service) {
    Answer answer =
        kata.post(
            support + "/needs",
            "{\"whom\": \"%s\", \"service\": \"%s\", \"bornIn\": 2018}".formatted(whom, service));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return support + "/needs/" + answer.json().path("need").asString();
  }

  private String offered(String need, String body) {
    Answer answer = kata.post(need + "/services", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return need + "/services/" + answer.json().path("service").asString() + "/moved";
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private JsonNode first(String support) {
    return ok(kata.get(support)).json().path("needs").path(0);
  }

  @Test
  @Proves(6)
  void aServiceBeginsWithTheChildsOwnWordAndAParentsWhereTheLawAsksForIt() {
    String support = opened();
    String need = needed(support, "CHILD", "MEDICAL");
    String service = offered(need, "{\"note\": \"a check-up\"}");

    assertThat(kata.post(service, BEGUN).problem()).isEqualTo("own-word-missing");
    ok(kata.post(need + "/words", OWN));
    assertThat(kata.post(service, BEGUN).problem()).isEqualTo("parent-missing");
    assertThat(first(support).path("mayBegin").asString()).isEqualTo("PARENT_MISSING");
    assertThat(first(support).path("law").asString()).contains("article 19");
    ok(kata.post(need + "/words", PARENT));
    ok(kata.post(service, BEGUN));
    ok(kata.post(service, "{\"to\": \"DONE\", \"cost\": 1200, \"currency\": \"RSD\"}"));
    assertThat(kata.post(service, BEGUN).status()).isEqualTo(409);

    JsonNode given = first(support).path("services").path(0);
    assertThat(given.path("stage").asString()).isEqualTo("DONE");
    assertThat(given.path("cost").asInt(0)).isEqualTo(1200);
    assertThat(given.path("note").asString()).isEqualTo("a check-up");
    assertThat(first(support).path("words").size()).isEqualTo(2);
  }

  @Test
  @Proves(6)
  void aParentWhomAChildFearsIsNeverAskedAndNobodyIsAboutCounselling() {
    String support = opened();
    String file = support.replace("/support", "");
    String counselling = needed(support, "CHILD", "COUNSELLING");
    ok(kata.post(counselling + "/words", OWN));
    assertThat(kata.post(counselling + "/words", PARENT).problem()).isEqualTo("word-not-asked");
    ok(kata.post(offered(counselling, "{}"), BEGUN));
    String medical = needed(support, "CHILD", "MEDICAL");
    String service = offered(medical, "{}");
    ok(kata.post(medical + "/words", OWN));
    ok(kata.post(medical + "/words", PARENT));
    assertThat(kata.get(support).json().path("parentsAreAsked").asBoolean(false)).isTrue();

    String caseId =
        ana.post(
                "/api/v1/reports",
                "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}],"
                    + " \"says\": {\"feared\": [\"CAREGIVER\"]}}")
            .json()
            .path("case")
            .asString();
    ok(kata.post(file + "/links", "{\"case\": \"" + caseId + "\"}"));

    assertThat(kata.get(support).json().path("parentsAreAsked").asBoolean(true)).isFalse();
    assertThat(kata.post(service, BEGUN).problem()).isEqualTo("social-work-missing");
    assertThat(kata.post(medical + "/words", PARENT).problem()).isEqualTo("word-not-asked");
    ok(
        kata.post(
            medical + "/words",
            "{\"from\": \"SOCIAL_WORK\", \"agrees\": true, \"how\": \"WRITTEN\"}"));
    ok(kata.post(service, BEGUN));
  }

  @Test
  void aProviderOfTheDirectoryIsNamedAndAnotherOneIsRefused() {
    String need = needed(opened(), "SIBLING", "TRANSPORT");
    String provider =
        jelena
            .post(
                "/api/v1/providers",
                "{\"name\": \"Drivers\", \"services\": [\"TRANSPORT\"],"
                    + " \"phone\": \"+381112345678\"}")
            .json()
            .path("provider")
            .asString();

    offered(need, "{\"provider\": \"" + provider + "\"}");

    String support = need.replaceFirst("/needs/.*", "");
    assertThat(first(support).at("/services/0/name").asString()).isEqualTo("Drivers");
    Answer unknown = kata.post(need + "/services", "{\"provider\": \"" + UUID.randomUUID() + "\"}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.text()).contains("/provider");
  }

  @Test
  @Proves({6, 10})
  void membersAloneReadAndWriteIt() {
    String support = opened();
    String need = needed(support, "ADULT", "LEGAL_ADVICE");

    for (Person each : List.of(jelena, mira)) {
      assertThat(each.get(support).status()).isEqualTo(404);
    }
    assertThat(ana.get(support).status()).isEqualTo(403);
    assertThat(vera.get(support).status()).isEqualTo(403);
    assertThat(mira.post(need + "/words", OWN).status()).isEqualTo(404);
    assertThat(kata.post(opened() + "/needs/" + UUID.randomUUID() + "/words", OWN).status())
        .isEqualTo(404);
    String file = support.replace("/support", "");
    ok(
        jelena.post(
            file + "/break-glass", "{\"code\": \"DANGER_NOW\", \"words\": \"at the door\"}"));
    assertThat(ok(jelena.get(support)).json().path("mine").asBoolean(true)).isFalse();
  }

  @Test
  @Proves({7, 8, 11})
  void aPlanIsListedForThoseWhoMayOpenItsFileAndGoesWithIt() {
    String planted = "Planted" + UUID.randomUUID();
    String support = opened();
    String id = support.replace("/support", "").substring(FILES.length() + 1);
    String plan = "{\"goals\": \"%s\", \"reviewBy\": \"%s\"}";
    assertThat(kata.post(support + "/plan", plan.formatted("x", "2020-01-01T00:00:00Z")).text())
        .contains("/reviewBy");
    ok(kata.post(support + "/plan", plan.formatted(planted, soon())));
    ok(kata.post(support + "/plan", plan.formatted(planted + "2", soon())));

    assertThat(ok(kata.get("/api/v1/support")).text()).contains(id).doesNotContain(planted);
    assertThat(ok(mira.get("/api/v1/support")).text()).doesNotContain(id);
    assertThat(ok(jelena.get("/api/v1/support")).text()).doesNotContain(id);
    assertThat(ok(kata.get(support)).json().at("/plan/goals").asString()).isEqualTo(planted + "2");

    String file = FILES + "/" + id;
    ok(vera.post(file + "/erase", "{\"reason\": \"SUBJECT_REQUEST\"}"));
    ok(kata.post(file + "/erase", "{\"reason\": \"SUBJECT_REQUEST\"}"));
    assertThat(kata.get(support).status()).isEqualTo(404);
    await()
        .untilAsserted(
            () -> {
              for (String collection : List.of("supports", "support-history", "supports-history")) {
                for (Document each :
                    intake.bean(MongoDatabase.class).getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted);
                }
              }
            });
  }

  private static String soon() {
    return Clock.systemUTC()
        .instant()
        .plus(Duration.ofDays(30))
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          needs | {"service": "MEDICAL"} | /whom
          needs | {"whom": "AUNT", "service": "MEDICAL"} | /whom
          needs | {"whom": "CHILD", "service": "OTHER"} | /service
          needs | {"whom": "CHILD"} | /service
          needs | {"whom": "CHILD", "service": "MEDICAL", "bornIn": 12} | /bornIn
          needs | {"whom": "CHILD", "service": "MEDICAL", "screening": 1} | ''
          plan | {"goals": "x"} | /reviewBy
          plan | {"reviewBy": "2199-01-01T00:00:00Z", "goals": "x"} | /reviewBy
          plan | {"reviewBy": "tomorrow", "goals": "x"} | /reviewBy
          plan | {"goals": " ", "reviewBy": "2199-01-01T00:00:00Z"} | /goals
          """)
  void whatCannotBeIsRefusedWhereItStands(String what, String body, String pointer) {
    String support = opened();

    Answer refused = kata.post(support + "/" + what, body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString()).contains("\"" + pointer + "\"");
    assertThat(ok(kata.get(support)).json().path("needs")).isEmpty();
  }

  @Test
  @Proves(2)
  void aRepeatedRequestWritesOneNeedDown() {
    String support = opened();
    String key = UUID.randomUUID().toString();
    String body = "{\"whom\": \"CHILD\", \"service\": \"DOCUMENTS\"}";
    Answer one = kata.repeat(support + "/needs", body, key);
    assertThat(kata.repeat(support + "/needs", body, key).json()).isEqualTo(one.json());
    assertThat(ok(kata.get(support)).json().path("needs").size()).isEqualTo(1);
    assertThat(
            kata.post(
                    support + "/needs/" + one.json().path("need").asString() + "/services",
                    "{\"cost\": 1}")
                .status())
        .isEqualTo(422);
  }
}
