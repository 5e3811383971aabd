package org.homeward.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.face.access.Role;
import org.homeward.face.testing.Answer;
import org.homeward.face.testing.Wire;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.pictures.keeping.PhotoBytes;
import org.homeward.pictures.keeping.PhotoName;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Files of other systems are taken row by row, over HTTP. */
class ImportsIT {

  private static final String IMPORTS = "/api/v1/imports";
  private static final String XML = "application/xml";

  private final TrialIntake intake = TrialIntake.get();
  private final Person jelena = intake.jelena();
  private final Person mina = intake.person("mina", Role.SUPERVISOR);
  private final String source = "trial-" + UUID.randomUUID();

  private Answer table(String text) {
    return jelena.postFile(IMPORTS + "?exercise=false&source=" + source, "text/csv", text);
  }

  private Answer pfif(String records) {
    return jelena.postFile(
        IMPORTS + "?exercise=false",
        XML,
        "<pfif xmlns=\"http://zesty.ca/pfif/1.4\">" + records + "</pfif>");
  }

  private String record(String id, String date, String more) {
    return """
        <person><person_record_id>%s/%s</person_record_id><source_date>%s</source_date>%s</person>"""
        .formatted(source, id, date, more);
  }

  private static String path(Answer uploaded) {
    assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
    return uploaded.all("Location").getFirst();
  }

  /** Takes the rows and waits for the last one. */
  private JsonNode taken(Answer uploaded) {
    return taken(uploaded, jelena);
  }

  private JsonNode taken(Answer uploaded, Person by) {
    String path = path(uploaded);
    Answer told = by.postNothing(path + "/take", "If-Match: *");
    assertThat(told.status()).as(told.text()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> jelena.get(path).json().path("stage").asString().equals("TAKEN"));
    return jelena.get(path).json();
  }

  /** The ids of cases in which this stands. */
  private List<String> casesNamed(String name) {
    List<String> ids = new ArrayList<>();
    for (Document each : intake.bean(MongoDatabase.class).getCollection("cases").find()) {
      if (each.toJson().contains(name)) ids.add(each.getString("_id"));
    }
    return ids;
  }

  private String caseNamed(String name) {
    assertThat(casesNamed(name)).hasSize(1);
    return casesNamed(name).getFirst();
  }

  private static String word() {
    return "Uvoz" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  }

  @Test
  void theDryRunTakesNothingAndTheRowsBecomeHeldReports() {
    String name = "Његошка " + word();

    Answer uploaded = table("ref,full_name,sex,dob\n1,%s,F,2014\n2,B,q,\n,C,F,\n".formatted(name));

    assertThat(uploaded.json().path("stage").asString()).isEqualTo("CHECKED");
    assertThat(uploaded.json().path("rows").path("taken").asInt()).isEqualTo(1);
    assertThat(uploaded.json().at("/left/0/outcome").asString()).isEqualTo("ASKED");
    assertThat(uploaded.json().at("/left/1/why/0/pointer").asString()).isEqualTo("/ref");
    assertThat(casesNamed(name)).isEmpty();

    JsonNode done = taken(uploaded);

    assertThat(done.path("rows").path("taken").asInt()).isEqualTo(1);
    JsonNode found = jelena.get("/api/v1/cases/" + caseNamed(name)).json();
    assertThat(found.at("/reports")).hasSize(1);
    assertThat(found.at("/reports/0/policeRelease/status").asString()).isEqualTo("HELD");
    assertThat(found.toString()).contains(name);
  }

  @Test
  @Proves({11, 12})
  void oneReviewRingsForAllRowsAndNoneForEach() {
    String name = word();
    JsonNode done = taken(table("ref,full_name\n1," + name + "\n"));
    String caseId = caseNamed(name);

    Document stored =
        intake
            .bean(MongoDatabase.class)
            .getCollection("cases")
            .find(new Document("_id", caseId))
            .first();
    assertThat(stored.toString()).doesNotContain("review/");
    Answer tasks = jelena.get("/api/v1/cases/" + caseId + "/work");
    assertThat(tasks.json().path("items")).isEmpty();

    String path = IMPORTS + "/" + done.path("import").asString();
    assertThat(jelena.postNothing(path + "/review", "If-Match: *").text())
        .contains("another-person-needed");
    assertThat(jelena.postNothing(path + "/discard", "If-Match: *").text())
        .contains("import-taken");
    assertThat(mina.postNothing(path + "/review", "If-Match: *").status()).isEqualTo(200);
    assertThat(jelena.get(path).json().path("stage").asString()).isEqualTo("REVIEWED");

    Answer hold =
        jelena.post(
            "/api/v1/cases/"
                + caseId
                + "/reports/"
                + jelena.get("/api/v1/cases/" + caseId).json().at("/reports/0/id").asString()
                + "/hold",
            "{\"reason\": \"CAREGIVER_NAMED\"}",
            "If-Match: *");
    assertThat(hold.status()).as(hold.text()).isEqualTo(200);
    assertThat(jelena.get("/api/v1/cases/" + caseId + "/work").json().path("items"))
        .as("somebody works on it now")
        .isNotNull();
  }

  @Test
  @Proves(2)
  void aSecondImportChangesNothingAndANewerRecordJoins() {
    String name = word();
    String named = "<full_name>" + name + "</full_name>";
    String first = record("1", "2026-01-01T00:00:00Z", named);
    taken(pfif(first));
    String caseId = caseNamed(name);
    JsonNode before = jelena.get("/api/v1/cases/" + caseId).json();

    JsonNode again = taken(pfif(first));
    assertThat(again.path("rows").path("taken").asInt()).isZero();
    assertThat(again.path("rows").path("known").asInt()).isEqualTo(1);
    assertThat(jelena.get("/api/v1/cases/" + caseId).json()).isEqualTo(before);

    taken(pfif(record("1", "2026-02-01T00:00:00Z", named + "<sex>female</sex>")));
    JsonNode after = jelena.get("/api/v1/cases/" + caseId).json();
    assertThat(after.path("reports")).hasSize(2);
    assertThat(casesNamed(name)).hasSize(1);

    taken(pfif(record("1", "2026-01-15T00:00:00Z", named + "<sex>male</sex>")));
    assertThat(jelena.get("/api/v1/cases/" + caseId).json()).as("older").isEqualTo(after);
  }

  @Test
  @Proves(8)
  void theBytesGoWhenAllRowsAreDone() {
    Answer uploaded = table("ref\n1\n");
    String id = uploaded.json().path("import").asString();
    var name = new PhotoName("import-" + id, "rows");
    PhotoBytes bytes = intake.bean(PhotoBytes.class);
    assertThat(bytes.get(name)).isPresent();

    taken(uploaded);

    await().atMost(Duration.ofSeconds(30)).until(() -> bytes.get(name).isEmpty());
  }

  @Test
  void whatIsDiscardedIsGone() {
    Answer uploaded = table("ref\n1\n");
    String path = path(uploaded);

    assertThat(jelena.postNothing(path + "/review", "If-Match: *").text())
        .contains("import-not-taken");
    assertThat(jelena.postNothing(path + "/discard", "If-Match: *").status()).isEqualTo(200);
    assertThat(jelena.get(path).status()).isEqualTo(404);
    assertThat(jelena.postNothing(path + "/take", "If-Match: *").status()).isEqualTo(404);
  }

  /** The person who takes the file gives the first word for what it deletes. */
  private JsonNode deletedBy(Person by) {
    return taken(
        pfif(
            record(
                "1",
                "2026-03-01T00:00:00Z",
                "<expiry_date>2026-02-01T00:00:00Z</expiry_date><full_name/>")),
        by);
  }

  @Test
  @Proves(7)
  void whatImportsAloneBroughtGoesWithItsRecordByTheOfficersWordAndDoesNotComeBack() {
    String name = word();
    String named = record("1", "2026-01-01T00:00:00Z", "<full_name>" + name + "</full_name>");
    taken(pfif(named));
    String caseId = caseNamed(name);

    assertThat(deletedBy(mina).path("rows").path("deletions").asInt()).isEqualTo(1);

    Person vera = intake.vera();
    assertThat(jelena.get("/api/v1/cases/" + caseId).status()).as("two supervisors").isEqualTo(200);
    assertThat(task(vera, caseId)).isNotNull();
    vera.post("/api/v1/cases/" + caseId + "/erase", "{\"reason\": \"SUBJECT_REQUEST\"}");
    assertThat(jelena.get("/api/v1/cases/" + caseId).status()).isEqualTo(410);
    await().atMost(Duration.ofSeconds(30)).until(() -> task(vera, caseId) == null);
    JsonNode back = taken(pfif(named));
    assertThat(back.path("rows").path("refused").asInt()).isEqualTo(1);
    assertThat(back.at("/left/0/why/0/rule").asString()).isEqualTo("erased-here");
  }

  @Test
  @Proves(7)
  void aDeletedRecordOfACaseThatSomebodyWorksOnIsATaskOfTheOfficer() {
    String name = word();
    taken(pfif(record("1", "2026-01-01T00:00:00Z", "<full_name>" + name + "</full_name>")));
    String caseId = caseNamed(name);
    Answer noted =
        jelena.post("/api/v1/cases/" + caseId + "/notes", "{\"text\": \"called the school\"}");
    assertThat(noted.status()).as(noted.text()).isLessThan(300);

    deletedBy(mina);

    Person vera = intake.vera();
    assertThat(jelena.get("/api/v1/cases/" + caseId).status()).isEqualTo(200);
    assertThat(task(vera, caseId)).isNotNull();
    String erase = "{\"reason\": \"SUBJECT_REQUEST\"}";
    jelena.post("/api/v1/cases/" + caseId + "/erase", erase);
    vera.post("/api/v1/cases/" + caseId + "/erase", erase);
    await().atMost(Duration.ofSeconds(30)).until(() -> task(vera, caseId) == null);
  }

  private static JsonNode task(Person vera, String caseId) {
    return vera.get("/api/v1/tasks?limit=200")
        .json()
        .path("tasks")
        .valueStream()
        .filter(each -> each.path("kind").asString().equals("CHECK_DELETION"))
        .filter(each -> each.path("case").asString().equals(caseId))
        .findFirst()
        .orElse(null);
  }

  @Test
  @Proves(2)
  void anImportGoesOnAfterTheLastRowThatIsWrittenDown() {
    String first = word();
    String name = word();
    Answer uploaded = table("ref,full_name\n1,%s\n2,%s\n".formatted(first, name));
    String id = uploaded.json().path("import").asString();
    var change = intake.bean(ChangeImport.class);
    change.change(id, new ImportCommand.Take("person-jelena"));
    change.change(
        id, new ImportCommand.Progress(0, 1, RowCounts.NONE.withTaken(), true, false, Map.of()));
    change.change(
        id, new ImportCommand.Progress(1, 1, RowCounts.NONE.withTaken(), false, false, Map.of()));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> jelena.get(path(uploaded)).json().path("stage").asString().equals("TAKEN"));

    assertThat(casesNamed(name)).hasSize(1);
  }

  @Test
  void twoPressesUploadItOnce() {
    String key = UUID.randomUUID().toString();
    String address = IMPORTS + "?exercise=false&source=" + source;

    Answer first = upload(address, "ref\n1\n", key);
    Answer second = upload(address, "ref\n1\n", key);

    assertThat(second.json().path("import")).isEqualTo(first.json().path("import"));
    assertThat(upload(address, "ref\n2\n", key).status()).isEqualTo(422);
  }

  private Answer upload(String address, String text, String key) {
    return new Wire(intake.port())
        .send(
            "POST",
            address,
            text,
            intake.authorization("jelena", Role.SUPERVISOR),
            "Content-Type: text/csv",
            "Idempotency-Key: " + key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?source=s                | ref         | /exercise
          ?exercise=x&source=s     | ref         | /exercise
          ?exercise=false          | ref         | /source
          ?exercise=false&source=S | ref         | /source
          ?exercise=false&source=s | shoe        | unknown-column
          """)
  void badInputIsRefusedWithItsPlace(String query, String text, String rule) {
    Answer refused = jelena.postFile(IMPORTS + query, "text/csv", text + "\n1\n");

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains(rule);
  }

  @Test
  void aFileOfWhichEveryRowIsWrongIsRefusedWhole() {
    Answer refused = table("ref,full_name\n,secret name\n,b\n");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("/rows/1/ref").contains("/rows/2/ref");
    assertThat(refused.text()).doesNotContain("secret");
  }

  @Test
  void aDocumentTypeIsRefused() {
    Answer refused =
        jelena.postFile(
            IMPORTS + "?exercise=false",
            XML,
            "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>&x;</p>");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("document-type");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OPERATOR", "AUTHORITY", "POLICE", "PARTNER_DESK", "ADMIN", "CONFIDANT"})
  void nobodyButSupervisorsAndTheOfficerSeesThem(Role role) {
    assertThat(intake.person("other", role).get(IMPORTS).status()).isEqualTo(403);
  }

  @Test
  void theyAreListedWithoutTheirRows() {
    Answer uploaded = table("ref,sex\n1,q\n");

    JsonNode line =
        jelena
            .get(IMPORTS + "?limit=200")
            .json()
            .path("imports")
            .valueStream()
            .filter(each -> each.path("import").equals(uploaded.json().path("import")))
            .findFirst()
            .orElseThrow();
    assertThat(line.has("left")).isFalse();
    assertThat(jelena.get(IMPORTS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(jelena.get(IMPORTS + "?after=x").status()).isEqualTo(422);
  }
}
