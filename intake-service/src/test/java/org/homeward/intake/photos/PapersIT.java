package org.homeward.intake.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.intake.trial.KeptFiles;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.json.Json;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A court order over HTTP, from its upload until no byte of it is left. */
class PapersIT {

  private static final String PDF = "application/pdf";
  private static final String WORDS =
      "{\"kind\": \"COURT_ORDER\", \"title\": \"Planted Order 12/26\", \"source\": \"COURT\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final Person confidant = intake.person("ivana", Role.CONFIDANT);
  private final HttpClient http = HttpClient.newHttpClient();

  private String caseId;
  private String child;
  private String path;

  @BeforeEach
  void open() {
    open(false);
  }

  private void open(boolean exercise) {
    JsonNode opened =
        ana.post(
                "/api/v1/reports",
                "{\"exercise\": %s, \"channel\": \"PHONE\", \"newChildren\": [{}]}"
                    .formatted(exercise))
            .json();
    caseId = opened.path("case").asString();
    child = opened.path("children").path(0).asString();
    path = "/api/v1/cases/" + caseId + "/attachments";
  }

  private HttpRequest.Builder request(String to, String login, Role role) {
    String token = intake.authorization(login, role).replace("Authorization: ", "");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + intake.port() + to))
        .header("Authorization", token);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<byte[]> upload(byte[] file, String type, String key) {
    return send(
        request(path, "ana", Role.OPERATOR)
            .header("Content-Type", type)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(file))
            .build());
  }

  private HttpResponse<byte[]> upload(byte[] file, String type) {
    return upload(file, type, UUID.randomUUID().toString());
  }

  private static String id(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).as(new String(answer.body(), ISO_8859_1)).isEqualTo(201);
    return Json.mapper().readTree(answer.body()).path("attachment").asString();
  }

  private String ofConfidants() {
    return id(byConfidant("CONFIDANT", UUID.randomUUID().toString()));
  }

  private HttpResponse<byte[]> byConfidant(String audience, String key) {
    return send(
        request(path + "?audience=" + audience, "ivana", Role.CONFIDANT)
            .header("Content-Type", PDF)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(Papers.pdf()))
            .build());
  }

  private HttpResponse<byte[]> read(String paper, String part) {
    return send(request(path + "/" + paper + "/" + part, "ana", Role.OPERATOR).GET().build());
  }

  private JsonNode line(String paper) {
    return line(paper, ana);
  }

  private JsonNode line(String paper, Person reader) {
    return reader
        .get(path)
        .json()
        .path("attachments")
        .valueStream()
        .filter(each -> each.path("attachment").asString().equals(paper))
        .findFirst()
        .orElseThrow();
  }

  private List<Path> files(String paper) {
    return KeptFiles.named(intake, paper);
  }

  private String events() {
    var all = new StringBuilder();
    intake.all("rs.cases").stream()
        .filter(record -> caseId.equals(record.key()))
        .forEach(record -> all.append(new String(record.value(), ISO_8859_1)));
    return all.toString();
  }

  @Test
  @Proves(10)
  void aPdfIsSavedAndNeverShownOnceAPersonHasLooked() {
    String paper = id(upload(Papers.pdf(), PDF));

    assertThat(line(paper).path("state").asString()).isEqualTo("UNSEEN");
    assertThat(line(paper).path("format").asString()).isEqualTo("PDF");
    assertThat(read(paper, "document").statusCode()).isEqualTo(409);

    assertThat(ana.postNothing(path + "/" + paper + "/look").status()).isEqualTo(200);
    HttpResponse<byte[]> saved = read(paper, "document");
    assertThat(saved.body()).isEqualTo(Papers.pdf());
    assertThat(saved.headers().firstValue("Content-Type")).contains(PDF);
    assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;");
    assertThat(saved.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(saved.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
    assertThat(saved.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(line(paper).at("/looked/by").asString()).isEqualTo("person-ana");
    for (String part : List.of("1600", "veiled", "original")) {
      assertThat(read(paper, part).statusCode()).as(part).isEqualTo(404);
    }
  }

  @Test
  void aPictureOfAPaperIsMadeAnewAsAPhotoIs() {
    String paper = id(upload(Pictures.jpeg(), "image/jpeg"));

    assertThat(read(paper, "veiled").statusCode()).isEqualTo(200);
    assertThat(read(paper, "1600").statusCode()).isEqualTo(409);
    ana.postNothing(path + "/" + paper + "/look");
    HttpResponse<byte[]> shown = read(paper, "1600");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(new String(shown.body(), ISO_8859_1)).doesNotContain(Pictures.PLANTED);
    assertThat(read(paper, "original").statusCode()).isEqualTo(404);
    assertThat(read(paper, "document").statusCode()).isEqualTo(404);
    assertThat(line(paper).has("originalUntil")).isTrue();
  }

  @Test
  void whatActsByItselfIsRefusedAndWhatAReaderShouldKnowIsSaid() {
    HttpResponse<byte[]> refused = upload(Papers.withScript(), PDF);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Json.mapper().readTree(refused.body()).path("errors").toString())
        .contains("\"pointer\":\"\"", "active-content");
    HttpResponse<byte[]> text = upload("<svg onload=alert(1)>".getBytes(ISO_8859_1), PDF);
    assertThat(new String(text.body(), ISO_8859_1)).contains("not-a-paper");
    assertThat(ana.get(path).json().path("attachments")).isEmpty();

    String paper = id(upload(Papers.withForm(), PDF));
    assertThat(line(paper).path("signs").toString()).isEqualTo("[\"OPENS_BY_ITSELF\",\"FORM\"]");
  }

  @Test
  @Proves(2)
  void twoPressesKeepItOnce() {
    String key = UUID.randomUUID().toString();
    HttpResponse<byte[]> first = upload(Papers.pdf(), PDF, key);
    HttpResponse<byte[]> again = upload(Papers.pdf(), PDF, key);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(ana.get(path).json().path("attachments")).hasSize(1);
    assertThat(upload(Papers.withForm(), PDF, key).statusCode()).isEqualTo(422);
  }

  @Test
  @Proves(6)
  void repeatedForAnotherCircleItIsRefused() {
    String key = UUID.randomUUID().toString();
    String paper = id(byConfidant("CASE_TEAM", key));

    HttpResponse<byte[]> other = byConfidant("CONFIDANT", key);

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(new String(other.body(), ISO_8859_1)).contains("key-reused");
    assertThat(id(byConfidant("CASE_TEAM", key))).isEqualTo(paper);
  }

  @Test
  void itIsDescribedOnceAPersonHasLooked() {
    String paper = id(upload(Papers.pdf(), PDF));
    String to = path + "/" + paper + "/description";
    assertThat(ana.post(to, WORDS, "If-Match: *").text()).contains("attachment-unseen");
    ana.postNothing(path + "/" + paper + "/look");

    assertThat(ana.post(to, WORDS, "If-Match: \"1\"").status()).isEqualTo(412);
    String seen = "If-Match: \"" + line(paper).path("version").asLong() + "\"";
    assertThat(ana.post(to, WORDS, seen).status()).isEqualTo(200);

    assertThat(line(paper).at("/says/title").asString()).isEqualTo("Planted Order 12/26");
    assertThat(ana.post(to, "{\"kind\": \"COURT_ORDER\"}", "If-Match: *").text())
        .contains("/title", "/source", "required");
  }

  @Test
  @Proves(6)
  void ofAPaperForConfidantsNobodyElseKnows() {
    String paper = ofConfidants();
    assertThat(confidant.get(path).json().path("attachments")).hasSize(1);
    for (Person other : List.of(ana, jelena, intake.vera())) {
      assertThat(other.get(path).json().path("attachments")).isEmpty();
    }
    String unknown = UUID.randomUUID().toString();
    for (String what : List.of("look", "withdraw", "lock")) {
      var hidden = ana.postNothing(path + "/" + paper + "/" + what);
      var missing = ana.postNothing(path + "/" + unknown + "/" + what);
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.text()).isEqualTo(missing.text());
    }
    assertThat(read(paper, "document").body()).isEqualTo(read(unknown, "document").body());
    var mine =
        send(
            request(path + "?audience=CONFIDANT", "ana", Role.OPERATOR)
                .header("Content-Type", PDF)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(Papers.pdf()))
                .build());
    assertThat(mine.statusCode()).isEqualTo(422);
    assertThat(confidant.postNothing(path + "/" + paper + "/withdraw").status()).isEqualTo(200);
    assertThat(read(paper, "document").statusCode()).isEqualTo(404);
    ChangeUpload changeUpload = intake.bean(ChangeUpload.class);
    ofConfidants();
    assertThat(changeUpload.countOf(caseId, Audience.CONFIDANT)).isEqualTo(1);
    assertThat(changeUpload.countOf(caseId, Audience.CASE_TEAM)).isZero();
  }

  @Test
  void noPhotoIsAPaperAndNoPaperIsAPhoto() {
    String paper = id(upload(Pictures.jpeg(), "image/jpeg"));
    String photo = new PhotoOfCase(intake).uploaded(caseId, child);
    String photos = "/api/v1/cases/" + caseId + "/photos";

    assertThat(ana.get(path).json().path("attachments")).hasSize(1);
    assertThat(ana.get(photos).json().path("photos")).hasSize(1);
    assertThat(ana.postNothing(path + "/" + photo + "/look").status()).isEqualTo(404);
    assertThat(ana.postNothing(photos + "/" + paper + "/look").status()).isEqualTo(404);
    assertThat(ana.postNothing(photos + "/" + paper + "/release", "If-Match: *").status())
        .isEqualTo(404);
  }

  @Test
  @Proves(6)
  void noEventOfTheCaseSpeaksOfIt() {
    String paper = id(upload(Papers.pdf(), PDF));
    ana.postNothing(path + "/" + paper + "/look");
    ana.post(path + "/" + paper + "/description", WORDS, "If-Match: *");
    String gone = id(upload(Papers.pdf(), PDF));
    ana.postNothing(path + "/" + gone + "/withdraw");
    ana.post(
        "/api/v1/cases/" + caseId + "/children/" + child + "/end",
        "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\","
            + " \"reference\": \"KU 1\"}");

    await().untilAsserted(() -> assertThat(events()).contains("ENDED"));
    assertThat(events()).doesNotContain(paper, gone, "Planted Order", "attachment");
    assertThat(upload(Papers.pdf(), PDF).statusCode()).isEqualTo(409);
  }

  @Test
  @Proves(8)
  void theFilesHoldNoByteOfItAndACopyOfTheNodeWaitsForALook() throws IOException {
    String paper = id(upload(Papers.pdf(), PDF));
    assertThat(files(paper)).hasSize(2).anyMatch(file -> file.toString().contains("-veiled"));
    for (Path file : files(paper)) {
      assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
          .doesNotContain(Papers.PLANTED, "%PDF");
    }
    ana.postNothing(path + "/" + paper + "/look");
    assertThat(files(paper)).singleElement().asString().doesNotContain("-veiled");

    ana.postNothing(path + "/" + paper + "/withdraw");
    assertThat(files(paper)).isEmpty();
    assertThat(read(paper, "document").statusCode()).isEqualTo(410);
  }

  @Test
  @Proves(8)
  void aLockedOneIsInNoCopyFromThenOnAndDestroyedOnTheWordOfPolice() {
    String paper = ofConfidants();
    confidant.postNothing(path + "/" + paper + "/look");
    assertThat(files(paper)).noneMatch(file -> file.toString().contains("-veiled"));

    assertThat(confidant.postNothing(path + "/" + paper + "/lock").status()).isEqualTo(200);

    assertThat(files(paper)).hasSize(2).anyMatch(file -> file.toString().contains("-veiled"));
    assertThat(read(paper, "document").statusCode()).isEqualTo(404);
    assertThat(ana.get(path).json().path("attachments")).isEmpty();
    assertThat(line(paper, jelena).path("state").asString()).isEqualTo("LOCKED");
    String reference = "{\"reference\": \"KU 12/26\"}";
    assertThat(ana.post(path + "/" + paper + "/hand-over", reference).status()).isEqualTo(403);
    assertThat(jelena.post(path + "/" + paper + "/destroy", reference).text())
        .contains("attachment-not-handed-over");
    assertThat(jelena.post(path + "/" + paper + "/hand-over", reference).status()).isEqualTo(200);
    assertThat(jelena.post(path + "/" + paper + "/destroy", reference).text())
        .contains("another-person-needed");
    Person mina = intake.person("mina", Role.SUPERVISOR);
    assertThat(mina.post(path + "/" + paper + "/destroy", reference).status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(files(paper)).isEmpty());
    assertThat(line(paper, jelena).at("/destroyed/by").asString()).isEqualTo("person-mina");
    assertThat(ana.get(path).json().path("attachments")).isEmpty();
  }

  private HttpResponse<byte[]> collectedBySupervisor(String paper) {
    String body = "{\"reference\": \"KU 12/26\", \"fingerprint\": \"%s\"}";
    return send(
        request(path + "/" + paper + "/collect", "jelena", Role.SUPERVISOR)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body.formatted(intake.police().fingerprint())))
            .build());
  }

  private String lockedAndHandedOver() {
    String paper = ofConfidants();
    confidant.postNothing(path + "/" + paper + "/lock");
    String reference = "{\"reference\": \"KU 12/26\"}";
    assertThat(jelena.post(path + "/" + paper + "/hand-over", reference).status()).isEqualTo(200);
    return paper;
  }

  @Test
  @Proves(6)
  void policeAloneOpenALockedPaper() {
    String paper = lockedAndHandedOver();

    HttpResponse<byte[]> file = collectedBySupervisor(paper);

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(new String(file.body(), ISO_8859_1)).doesNotContain(Papers.PLANTED);
    assertThat(intake.police().open(file.body())).isEqualTo(Papers.pdf());
    assertThat(line(paper, jelena).path("collected")).hasSize(1);
  }

  @Test
  @Proves(9)
  void nothingOfAnExerciseLeavesForPolice() {
    open(true);
    String paper = lockedAndHandedOver();

    HttpResponse<byte[]> refused = collectedBySupervisor(paper);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(new String(refused.body(), ISO_8859_1)).contains("exercise-not-collected");
    assertThat(line(paper, jelena).path("collected")).isEmpty();
  }

  @Test
  @Proves({7, 8})
  void erasedWithItsCaseNoByteIsLeft() {
    String pdf = id(upload(Papers.pdf(), PDF));
    ana.postNothing(path + "/" + pdf + "/look");
    ana.post(path + "/" + pdf + "/description", WORDS, "If-Match: *");
    String picture = id(upload(Pictures.jpeg(), "image/jpeg"));
    String reason = "{\"reason\": \"OPENED_BY_MISTAKE\"}";
    String erase = "/api/v1/cases/" + caseId + "/erase";
    assertThat(jelena.post(erase, reason).status()).isEqualTo(200);
    assertThat(intake.vera().post(erase, reason).status()).isEqualTo(200);

    await()
        .untilAsserted(
            () -> {
              assertThat(files(pdf)).isEmpty();
              assertThat(files(picture)).isEmpty();
            });
    assertThat(read(pdf, "document").statusCode()).isEqualTo(410);
    var kept = intake.bean(ChangeUpload.class).of(caseId);
    assertThat(kept).isNotEmpty();
    assertThat(kept)
        .allSatisfy(each -> assertThat(each.state()).isInstanceOf(GoneUpload.class))
        .allSatisfy(
            each ->
                assertThat(Json.mapper().writeValueAsString(each.state()))
                    .doesNotContain("Planted Order"));
  }
}
