package org.homeward.intake.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
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

/** Referrals over HTTP: one sheet with the fewest fields, handed over by a person. */
class ReferralsIT {

  private static final String FILES = "/api/v1/care-files";
  private static final String WORK = "/api/v1/referrals";

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

  private String opened(String age, String name) {
    Answer answer =
        kata.post(
            FILES,
            """
            {"exercise": false, "about": {"age": "%s", "name": "%s", "bornIn": 2014,
              "language": "rom", "contact": "after ten %s", "words": "secret %s"}}"""
                .formatted(age, name, name, name));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return FILES + "/" + answer.json().path("careFile").asString();
  }

  private String provider(String service) {
    return jelena
        .post(
            "/api/v1/providers",
            "{\"name\": \"Helpers\", \"services\": [\"%s\"], \"phone\": \"+381112345678\"}"
                .formatted(service))
        .json()
        .path("provider")
        .asString();
  }

  private String drafted(String file, String service, String more) {
    Answer answer =
        kata.post(
            file + "/referrals",
            "{\"provider\": \"%s\", \"service\": \"%s\"%s}"
                .formatted(provider(service), service, more));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return file + "/referrals/" + answer.json().path("referral").asString();
  }

  private Answer step(String referral, String step) {
    return kata.post(referral + "/steps", step, "If-Match: *");
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static List<String> names(Answer list) {
    return list.json()
        .path("referrals")
        .valueStream()
        .map(each -> each.path("referral").asString(""))
        .toList();
  }

  @Test
  @Proves(6)
  void theSheetIsShownBeforeItIsHandedOverAndEachStepIsRecorded() {
    String name = "Boyof" + UUID.randomUUID().toString().substring(0, 8);
    String file = opened("CHILD", name);
    String referral =
        drafted(
            file,
            "ACCOMMODATION",
            ", \"fields\": [\"BORN_IN\", \"LANGUAGE\"], \"words\": \"a quiet room\"");

    JsonNode read = ok(kata.get(referral)).json();
    assertThat(read.path("sheet").propertyNames())
        .containsExactlyInAnyOrder("reference", "service", "age", "bornIn", "language", "words");
    assertThat(read.toString()).doesNotContain(name, "secret", "after ten");
    assertThat(read.path("stage").asString()).isEqualTo("DRAFT");
    assertThat(names(ok(kata.get(WORK + "?of=WITH_ME")))).contains(id(referral));

    assertThat(step(referral, "{\"step\": \"SEND\", \"how\": \"PHONE\"}").status())
        .as("nobody has agreed")
        .isEqualTo(409);
    Answer asked =
        step(referral, "{\"step\": \"CONSENT\", \"ground\": \"CONSENT\", \"how\": \"PHONE\"}");
    assertThat(asked.status()).as("nobody asks a child").isEqualTo(422);
    ok(step(referral, "{\"step\": \"CONSENT\", \"ground\": \"CHILD_PROTECTION\"}"));
    ok(step(referral, "{\"step\": \"SEND\", \"how\": \"PAPER\"}"));
    assertThat(names(ok(kata.get(WORK + "?of=WITH_ME")))).doesNotContain(id(referral));
    assertThat(names(ok(kata.get(WORK + "?of=WITH_OTHERS")))).contains(id(referral));
    ok(step(referral, "{\"step\": \"SEE\"}"));
    ok(step(referral, "{\"step\": \"REJECT\", \"reason\": \"FULL\"}"));

    JsonNode over = ok(kata.get(referral)).json();
    assertThat(over.path("stage").asString()).isEqualTo("REJECTED");
    assertThat(over.path("allowed")).isEmpty();
    assertThat(over.path("steps").size()).isEqualTo(5);
    assertThat(over.at("/steps/4/reason").asString()).isEqualTo("FULL");
    assertThat(names(ok(kata.get(WORK)))).doesNotContain(id(referral));
    Answer late = step(referral, "{\"step\": \"ACCEPT\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().path("allowed")).isEmpty();
    assertThat(names(ok(kata.get(file + "/referrals")))).containsExactly(id(referral));
  }

  @Test
  @Proves({6, 10})
  void membersAloneFindWhatIsToBeDoneAmongTheTasks() {
    String name = "Girlof" + UUID.randomUUID().toString().substring(0, 8);
    Person noa = intake.person("noa", Role.CONFIDANT);
    List<Person> others = List.of(noa, jelena, ana);
    List<String> before = others.stream().map(each -> tasks(each, "MINE").text()).toList();
    String file = opened("CHILD", name);
    String referral = drafted(file, "ACCOMMODATION", ", \"words\": \"a quiet room\"");
    ok(
        kata.post(
            file + "/support/plan",
            "{\"goals\": \"sleep\", \"reviewBy\": \"%s\"}".formatted(inDays(20))));

    assertThat(tasks(kata, "MINE").text())
        .contains("REFERRAL." + id(referral), "REVIEW_PLAN." + id(file))
        .doesNotContain(name, "a quiet room", "sleep", "Helpers", "ACCOMMODATION");
    assertThat(tasks(kata, "UNASSIGNED").text()).doesNotContain(id(file));
    assertThat(tasks(kata, "OVERDUE").text()).doesNotContain(id(file));
    ok(
        jelena.post(
            file + "/break-glass", "{\"code\": \"DANGER_NOW\", \"words\": \"at the door\"}"));
    for (Person each : others) {
      assertThat(tasks(each, "ALL").text()).doesNotContain("careFile", id(file), id(referral));
    }
    assertThat(others.stream().map(each -> tasks(each, "MINE").text()).toList()).isEqualTo(before);

    ok(step(referral, "{\"step\": \"REVOKE\", \"note\": \"she is with her aunt\"}"));
    assertThat(tasks(kata, "MINE").text())
        .contains("REVIEW_PLAN." + id(file))
        .doesNotContain(id(referral));
    ok(vera.post(file + "/erase", "{\"reason\": \"SUBJECT_REQUEST\"}"));
    ok(kata.post(file + "/erase", "{\"reason\": \"SUBJECT_REQUEST\"}"));
    assertThat(tasks(kata, "MINE").text()).doesNotContain(id(file));
  }

  private static Answer tasks(Person person, String of) {
    return ok(person.get("/api/v1/tasks?limit=200&of=" + of));
  }

  private static String inDays(int days) {
    return Clock.systemUTC()
        .instant()
        .plus(Duration.ofDays(days))
        .truncatedTo(ChronoUnit.SECONDS)
        .toString();
  }

  @Test
  @Proves(6)
  void anAdultAgreesToExactlyThisSheet() {
    String file = opened("ADULT", "Mara");
    String referral = drafted(file, "LEGAL_ADVICE", ", \"fields\": [\"NAME\"]");
    String consent = "{\"step\": \"CONSENT\", \"ground\": \"CONSENT\", \"how\": \"IN_PERSON\"}";
    assertThat(step(referral, "{\"step\": \"CONSENT\", \"ground\": \"CONSENT\"}").text())
        .contains("/how");
    assertThat(step(referral, "{\"step\": \"CONSENT\", \"ground\": \"IMMINENT_DANGER\"}").text())
        .contains("/note");
    ok(step(referral, consent));
    ok(kata.post(referral + "/sheet", "{\"fields\": [\"NAME\", \"CONTACT\"]}", "If-Match: *"));
    JsonNode other = ok(kata.get(referral)).json();
    assertThat(other.path("stage").asString()).as("another sheet").isEqualTo("DRAFT");
    assertThat(other.at("/sheet/contact").asString()).contains("after ten");
    ok(step(referral, consent));

    ok(kata.post(file + "/about", "{\"age\": \"CHILD\"}", "If-Match: *"));
    assertThat(step(referral, "{\"step\": \"SEND\", \"how\": \"PHONE\"}").problem())
        .isEqualTo("sheet-old");
    assertThat(ok(kata.get(referral)).json().path("stage").asString()).isEqualTo("CONSENTED");
    ok(kata.post(referral + "/sheet", "{}", "If-Match: *"));
    ok(step(referral, "{\"step\": \"CONSENT\", \"ground\": \"CHILD_PROTECTION\"}"));
    ok(step(referral, "{\"step\": \"SEND\", \"how\": \"PHONE\"}"));
    ok(step(referral, "{\"step\": \"ACCEPT\", \"note\": \"from Monday\"}"));
    assertThat(step(referral, "{\"step\": \"REVOKE\", \"note\": \"she left\"}").text())
        .contains("/how");
    ok(step(referral, "{\"step\": \"REVOKE\", \"note\": \"she left\", \"how\": \"PHONE\"}"));
  }

  @Test
  @Proves({6, 10})
  void membersAloneFindItAndASupervisorByBreakGlass() {
    String file = opened("CHILD", "Known");
    String referral = drafted(file, "MEDICAL", ", \"fields\": [\"NAME\"]");
    ok(
        kata.post(
            file + "/access", "{\"members\": [\"person-kata\", \"person-mira\"]}", "If-Match: *"));

    for (String path : List.of(referral, file + "/referrals")) {
      assertThat(jelena.get(path).status()).isEqualTo(404);
      assertThat(ana.get(path).status()).isEqualTo(403);
      assertThat(vera.get(path).status()).isEqualTo(403);
      ok(mira.get(path));
    }
    assertThat(names(ok(mira.get(WORK + "?of=WITH_OTHERS")))).contains(id(referral));
    assertThat(names(ok(jelena.get(WORK)))).doesNotContain(id(referral));
    assertThat(ana.get(WORK).status()).isEqualTo(403);
    String elsewhere = opened("CHILD", "Another") + "/referrals/" + id(referral);
    assertThat(kata.get(elsewhere).status()).as("of another file").isEqualTo(404);

    ok(
        jelena.post(
            file + "/break-glass", "{\"code\": \"DANGER_NOW\", \"words\": \"at the door\"}"));
    assertThat(ok(jelena.get(referral)).json().path("mine").asBoolean(true)).isFalse();
    assertThat(names(ok(jelena.get(WORK)))).contains(id(referral));
    Person both = intake.person("jelena", Role.SUPERVISOR, Role.CONFIDANT);
    assertThat(both.post(referral + "/steps", "{\"step\": \"TAKE_OVER\"}", "If-Match: *").status())
        .as("she only reads")
        .isEqualTo(404);
    ok(mira.post(referral + "/steps", "{\"step\": \"TAKE_OVER\"}", "If-Match: *"));
    assertThat(names(ok(mira.get(WORK + "?of=WITH_ME")))).contains(id(referral));
    assertThat(vera.get("/api/v1/audit/intake?case=" + id(file)).text()).contains("person-mira");

    ok(kata.post(file + "/access", "{\"members\": [\"person-kata\"]}", "If-Match: *"));
    assertThat(mira.get(referral).status()).isEqualTo(404);
    assertThat(names(ok(mira.get(WORK)))).doesNotContain(id(referral));
  }

  @Test
  @Proves({7, 8})
  void itGoesWithItsFileAndIsOnNoTopic() {
    String planted = "Planted" + UUID.randomUUID().toString().replace("-", "");
    String file = opened("ADULT", planted);
    String referral =
        drafted(
            file,
            "TRANSPORT",
            ", \"fields\": [\"NAME\", \"CONTACT\"], \"words\": \"%s\"".formatted(planted));
    ok(kata.post(referral + "/sheet", "{\"fields\": [\"NAME\"]}", "If-Match: *"));
    for (var each : intake.all("rs.cases")) {
      assertThat(new String(each.value(), StandardCharsets.UTF_8))
          .doesNotContain(planted, id(referral));
    }
    assertThat(ok(vera.get("/api/v1/tasks")).text()).doesNotContain(planted);

    ok(vera.post(file + "/erase", "{\"reason\": \"SUBJECT_REQUEST\"}"));
    ok(kata.post(file + "/erase", "{\"reason\": \"SUBJECT_REQUEST\"}"));

    assertThat(kata.get(referral).status()).isEqualTo(404);
    await()
        .untilAsserted(
            () -> {
              for (String collection :
                  List.of("referrals", "referral-history", "referrals-history")) {
                for (Document each :
                    intake.bean(MongoDatabase.class).getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted);
                }
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"provider": "11111111-1111-4111-8111-111111111111", "service": "LEGAL_ADVICE"} | /provider
          {"provider": "aunt", "service": "LEGAL_ADVICE"} | /provider
          {"service": "LEGAL_ADVICE"} | /provider
          {"provider": "%s", "service": "TRANSPORT"} | /service
          {"provider": "%s", "service": "MAGIC"} | /service
          {"provider": "%s"} | /service
          {"provider": "%s", "service": "ANONYMOUS_TEST", "fields": ["NAME"]} | /fields/0
          {"provider": "%s", "service": "ANONYMOUS_TEST", "fields": ["SCREENING"]} | /fields/0
          {"provider": "%s", "service": "ANONYMOUS_TEST", "words": "Known is hungry"} | /words
          {"provider": "%s", "service": "ANONYMOUS_TEST", "due": "2020-01-01T00:00:00Z"} | /due
          {"provider": "%s", "service": "ANONYMOUS_TEST", "due": "2199-01-01T00:00:00Z"} | /due
          {"provider": "%s", "service": "ANONYMOUS_TEST", "screening": 1} | ''
          """)
  void whatCannotBeIsRefusedWhereItStands(String body, String pointer) {
    String file = opened("CHILD", "Known");

    Answer refused = kata.post(file + "/referrals", body.replace("%s", provider("ANONYMOUS_TEST")));

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().path("errors").toString()).contains("\"" + pointer + "\"");
    assertThat(names(ok(kata.get(file + "/referrals")))).isEmpty();
  }

  @Test
  void nobodyIsHandedOverToAProviderThatIsOut() {
    String file = opened("CHILD", "Known");
    String referral = drafted(file, "MEDICAL", "");
    String provider = ok(kata.get(referral)).json().path("provider").asString();
    ok(step(referral, "{\"step\": \"CONSENT\", \"ground\": \"CHILD_PROTECTION\"}"));
    ok(jelena.post("/api/v1/providers/" + provider + "/out", "{}", "If-Match: *"));

    assertThat(step(referral, "{\"step\": \"SEND\", \"how\": \"PHONE\"}").problem())
        .isEqualTo("provider-out");
    assertThat(kata.get(referral).json().path("name").asString()).isEqualTo("Helpers");
    assertThat(kata.post(referral + "/steps", "{\"step\": \"SEE\"}").status()).isEqualTo(428);
    assertThat(
            kata.post(referral + "/steps", "{\"step\": \"TAKE_OVER\"}", "If-Match: \"1\"").status())
        .isEqualTo(412);
  }
}
