package org.homeward.intake.worksheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Notes, call-backs and next actions over HTTP, and the tasks over all cases. */
class WorksheetsIT {

  private static final String TASKS = "/api/v1/tasks?limit=200";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person marko = intake.person("marko", Role.OPERATOR);

  private String opened(String more) {
    Answer opened =
        ana.post(
            "/api/v1/reports",
            "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]" + more + "}");
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return "/api/v1/cases/" + opened.json().path("case").asString();
  }

  private static String at(long minutes) {
    return Instant.now()
        .plus(minutes, ChronoUnit.MINUTES)
        .truncatedTo(ChronoUnit.MILLIS)
        .toString();
  }

  private String action(String path, String what, long minutes) {
    Answer set =
        ana.post(
            path + "/actions", "{\"what\": \"%s\", \"due\": \"%s\"}".formatted(what, at(minutes)));
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    return ana.get(path + "/work").json().path("items").path(0).path("item").asString();
  }

  private static List<String> tasks(Person person, String of) {
    List<String> ids = new ArrayList<>();
    person
        .get(TASKS + "&of=" + of)
        .json()
        .path("tasks")
        .forEach(each -> ids.add(each.path("id").asString()));
    return ids;
  }

  @Test
  void aNoteAndACallBackStandBesideTheCaseAndChangeNoVersionOfIt() {
    String path = opened("");
    List<String> before = ana.get(path).all("ETag");

    Answer noted = ana.post(path + "/notes", "{\"text\": \"first <b>\\n& second\"}");
    Answer promised =
        ana.post(
            path + "/call-backs",
            """
            {"whom": "the aunt", "number": "+381 64 1", "mustNotLearn": "that the child called",
             "due": "%s"}"""
                .formatted(at(30)));

    assertThat(noted.status()).as(noted.text()).isEqualTo(200);
    assertThat(promised.status()).as(promised.text()).isEqualTo(200);
    assertThat(ana.get(path).all("ETag")).isEqualTo(before);
    JsonNode work = marko.get(path + "/work").json();
    assertThat(work.at("/notes/0/text").asString()).isEqualTo("first <b>\n& second");
    assertThat(work.at("/notes/0/by").asString()).isEqualTo("person-ana");
    assertThat(work.at("/items/0/mustNotLearn").asString()).isEqualTo("that the child called");
    assertThat(ana.get(path).text()).doesNotContain("the aunt", "that the child called");
  }

  @Test
  void twoPressesNoteItOnce() {
    String path = opened("");
    String key = UUID.randomUUID().toString();

    ana.repeat(path + "/notes", "{\"text\": \"once\"}", key);
    ana.repeat(path + "/notes", "{\"text\": \"once\"}", key);

    assertThat(ana.get(path + "/work").json().path("notes")).hasSize(1);
    assertThat(ana.repeat(path + "/notes", "{\"text\": \"other\"}", key).status()).isEqualTo(422);
  }

  @Test
  void aTaskIsTakenHandedOnGivenBackAndDoneByAColleague() {
    String path = opened("");
    String item = action(path, "ask the bus company", 30);
    String owner = path + "/tasks/" + item + "/owner";
    assertThat(tasks(ana, "UNASSIGNED")).contains(item);

    assertThat(ana.post(owner, "{\"owner\": \"person-ana\"}").status()).isEqualTo(200);
    assertThat(tasks(ana, "MINE")).contains(item);
    assertThat(tasks(ana, "UNASSIGNED")).doesNotContain(item);

    ana.post(owner, "{\"owner\": \"person-marko\"}");
    assertThat(tasks(ana, "MINE")).doesNotContain(item);
    assertThat(tasks(marko, "MINE")).contains(item);

    marko.post(owner, "{}");
    assertThat(tasks(marko, "UNASSIGNED")).contains(item);

    Answer done = marko.post(path + "/work/" + item + "/done", "{\"how\": \"DONE\"}");
    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(tasks(ana, "ALL")).doesNotContain(item);
    JsonNode kept = ana.get(path + "/work").json().at("/items/0/done");
    assertThat(kept.path("by").asString()).isEqualTo("person-marko");
    assertThat(ana.post(owner, "{}").text()).contains("task-done");
  }

  @Test
  void aCallBackReachesSomebodyOrNot() {
    String path = opened("");
    ana.post(path + "/call-backs", "{\"whom\": \"x\", \"due\": \"%s\"}".formatted(at(5)));
    String done =
        path + "/work/" + ana.get(path + "/work").json().at("/items/0/item").asString() + "/done";

    assertThat(ana.post(done, "{\"how\": \"DONE\"}").status()).isEqualTo(422);
    assertThat(ana.post(done, "{\"how\": \"NOT_REACHED\"}").status()).isEqualTo(200);
    assertThat(ana.post(done, "{\"how\": \"NOT_REACHED\"}").status()).isEqualTo(200);
    assertThat(ana.post(done, "{\"how\": \"REACHED\"}").status()).isEqualTo(409);
  }

  @Test
  @Proves(11)
  void whatNobodyDidInTimeStandsFirstAndRings() {
    String path = opened("");
    var rings = intake.bean(MeterRegistry.class).counter("homeward.tasks.rings");
    double before = rings.count();
    String later = action(path, "later", 60);
    String late = action(path, "late", -1);

    assertThat(tasks(ana, "OVERDUE")).contains(late).doesNotContain(later);
    List<String> all = tasks(ana, "ALL");
    assertThat(all.indexOf(late)).isLessThan(all.indexOf(later));
    await().untilAsserted(() -> assertThat(rings.count()).isGreaterThan(before));
    assertThat(intake.bean(ViewTasks.class).overdue()).isPositive();
    ana.post(path + "/work/" + late + "/done", "{\"how\": \"DONE\"}");
  }

  @Test
  @Proves(6)
  void whoeverMustNotLearnOfTheCaseFindsNoTaskAndGetsNone() {
    String path = opened("");
    String item = action(path, "planted words", 30);
    assertThat(tasks(marko, "ALL")).contains(item);
    ana.post(path + "/tasks/" + item + "/owner", "{\"owner\": \"person-marko\"}");

    ana.post(path + "/not-to", "{\"notTo\": [\"person:person-marko\"]}");

    assertThat(tasks(marko, "ALL")).doesNotContain(item);
    assertThat(tasks(marko, "MINE")).doesNotContain(item);
    assertThat(tasks(ana, "UNASSIGNED")).as("nobody counts on him").contains(item);
    assertThat(marko.get(path + "/work").status()).isEqualTo(404);
    assertThat(marko.post(path + "/notes", "{\"text\": \"x\"}").status()).isEqualTo(404);
    Answer refused = ana.post(path + "/tasks/" + item + "/owner", "{\"owner\": \"person-marko\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("kept-from");
  }

  @Test
  @Proves({7, 8})
  void anErasedCaseTakesItsWorksheetAlongAndGetsNoOther() {
    String planted = "Planted-" + UUID.randomUUID();
    String path = opened("");
    ana.post(path + "/notes", "{\"text\": \"%s\"}".formatted(planted));
    String item = action(path, planted, 30);

    String erase = "{\"reason\": \"COURT_ORDER\"}";
    intake.jelena().post(path + "/erase", erase);
    intake.vera().post(path + "/erase", erase);

    var database = intake.bean(MongoDatabase.class);
    await()
        .untilAsserted(
            () -> {
              for (String collection : new String[] {"worksheets", "worksheet-history"}) {
                for (Document each : database.getCollection(collection).find()) {
                  assertThat(each.toJson()).doesNotContain(planted);
                }
              }
            });
    assertThat(ana.get(path + "/work").status()).isEqualTo(410);
    assertThat(ana.post(path + "/notes", "{\"text\": \"late\"}").status()).isEqualTo(410);
    assertThat(tasks(ana, "ALL")).doesNotContain(item);
  }

  @Test
  @Proves(8)
  void nothingOfAWorksheetGoesOnATopic() {
    String planted = "Planted-" + UUID.randomUUID();
    String path = opened("");
    ana.post(path + "/notes", "{\"text\": \"%s\"}".formatted(planted));
    action(path, planted, 30);
    String id = path.substring(path.lastIndexOf('/') + 1);
    ana.postNothing(path + "/freeze"); // a marker: what was to come before is on the topic

    await()
        .untilAsserted(
            () ->
                assertThat(intake.all("rs.cases"))
                    .filteredOn(each -> id.equals(each.key()))
                    .hasSizeGreaterThan(1));
    assertThat(intake.all("rs.cases"))
        .allSatisfy(each -> assertThat(new String(each.value())).doesNotContain(planted));
  }

  @Test
  @Proves(10)
  void theListOfTasksIsRecordedAsALookAtTheirCases() {
    String path = opened("");
    action(path, "x", 30);
    String login = "tasked-" + UUID.randomUUID();

    tasks(intake.person(login, Role.SUPERVISOR), "ALL");

    assertThat(
            intake
                .bean(MongoDatabase.class)
                .getCollection("audit")
                .countDocuments(
                    Filters.and(
                        Filters.eq("fields.reader", "person-" + login),
                        Filters.eq("fields.subjects", path.substring(path.lastIndexOf('/') + 1)))))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          notes      | {}                                                           | required
          notes      | {"text": " "}                                                | blank
          notes      | {"text": "a\\u0007b"}                                        | control-character
          notes      | {"text": "x", "by": "person-marko"}                          | unknown-field
          actions    | {"what": "x"}                                                | required
          actions    | {"what": "x", "due": "2999-01-01T00:00:00Z"}                 | too-far-ahead
          actions    | {"what": "x", "due": "1999-01-01T00:00:00Z"}                 | too-long-ago
          actions    | {"what": "x", "due": "tomorrow"}                             | wrong-form
          actions    | {"what": "x", "due": "2026-01-01T00:00:00Z", "owner": "<b>"} | wrong-form
          actions    | {"what": "x", "due": "2026-01-01T00:00:00Z", "number": "1"}  | unknown-field
          call-backs | {"whom": "a\\nb", "due": "2026-01-01T00:00:00Z"}             | control-character
          """)
  void badInputIsRefusedWithItsPlace(String where, String body, String rule) {
    Answer refused = ana.post(opened("") + "/" + where, body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains(rule).doesNotContain("<b>", "tomorrow");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String path = opened("");
    String unknown = UUID.randomUUID().toString();

    assertThat(ana.post(path + "/work/" + unknown + "/done", "{\"how\": \"DONE\"}").status())
        .isEqualTo(404);
    assertThat(ana.post(path + "/tasks/" + unknown + "/owner", "{}").status()).isEqualTo(404);
    assertThat(ana.post(path + "/tasks/READ_SIGHTING.handover.x/owner", "{}").status())
        .isEqualTo(404);
    assertThat(ana.get(TASKS + "&of=THEIRS").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTHORITY", "POLICE", "PARTNER_DESK", "ADMIN"})
  void nobodyButTheTeamFindsTasks(Role role) {
    Person other = intake.person("other", role);

    assertThat(other.get(TASKS).status()).isEqualTo(403);
    assertThat(other.get(opened("") + "/work").status()).isEqualTo(403);
  }

  @Test
  void theOfficerReadsAWorksheetAndWritesNothingOnIt() {
    String path = opened("");

    assertThat(intake.vera().get(path + "/work").status()).isEqualTo(200);
    assertThat(intake.vera().post(path + "/notes", "{\"text\": \"x\"}").status()).isEqualTo(403);
    assertThat(tasks(intake.vera(), "ALL")).allMatch(id -> id.startsWith("CHECK_"));
  }
}
