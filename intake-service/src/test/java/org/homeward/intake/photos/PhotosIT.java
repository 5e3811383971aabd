package org.homeward.intake.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.Command;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.face.access.Role;
import org.homeward.frame.node.NodeSettings;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.intake.rulings.PhotoRuling;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Rendered;
import org.homeward.pictures.Rendition;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.json.Json;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A picture over HTTP, from its upload until no byte of it is left. */
class PhotosIT {

  private static final String WORDS =
      "{\"source\": \"FAMILY\", \"takenOn\": \"2026-04\", \"saidBy\": \"PARENT\","
          + " \"label\": \"UNCHANGED\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final HttpClient http = HttpClient.newHttpClient();

  private String caseId;
  private String path;
  private String report;
  private String child;

  @BeforeEach
  void open() {
    JsonNode opened =
        ana.post(
                "/api/v1/reports",
                "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}")
            .json();
    caseId = opened.path("case").asString();
    path = "/api/v1/cases/" + caseId;
    report = opened.path("report").asString();
    child = opened.path("children").path(0).asString();
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

  private HttpResponse<byte[]> upload(byte[] picture, String key) {
    return send(
        request(path + "/children/" + child + "/photos", "ana", Role.OPERATOR)
            .header("Content-Type", "image/jpeg")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(picture))
            .build());
  }

  private String uploaded() {
    HttpResponse<byte[]> answer = upload(Pictures.jpeg(), UUID.randomUUID().toString());
    assertThat(answer.statusCode()).as(new String(answer.body(), ISO_8859_1)).isEqualTo(201);
    return Json.mapper().readTree(answer.body()).path("photo").asString();
  }

  private HttpResponse<byte[]> picture(String photo, String size) {
    return send(
        request(path + "/photos/" + photo + "/" + size, "ana", Role.OPERATOR).GET().build());
  }

  private JsonNode line(String photo) {
    return ana.get(path + "/photos")
        .json()
        .path("photos")
        .valueStream()
        .filter(each -> each.path("photo").asString().equals(photo))
        .findFirst()
        .orElseThrow();
  }

  private void act(String photo, String what, String body) {
    var answer =
        ana.post(
            path + "/photos/" + photo + "/" + what,
            body,
            "If-Match: \"" + line(photo).path("version").asLong() + "\"");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private String released() {
    jelena.post(
        path + "/reports/" + report + "/release",
        "{\"desk\": \"rs-novi-sad\", \"basis\": \"LEGAL_DUTY\", \"reason\": \"asked for\"}",
        "If-Match: *");
    String photo = uploaded();
    assertThat(ana.postNothing(path + "/photos/" + photo + "/look").status()).isEqualTo(200);
    act(photo, "description", WORDS);
    var answer = ana.postNothing(path + "/photos/" + photo + "/release", "If-Match: *");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return photo;
  }

  private List<Path> files(String photo) {
    Path photos = intake.bean(NodeSettings.class).data().resolve("photos");
    try (Stream<Path> all = Files.walk(photos)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().contains(photo))
          .filter(file -> !file.toString().endsWith(".new")) // being written
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String events() {
    var all = new StringBuilder();
    intake.all("rs.cases").stream()
        .filter(record -> caseId.equals(record.key()))
        .forEach(record -> all.append(new String(record.value(), ISO_8859_1)));
    return all.toString();
  }

  private JsonNode newestEvent() {
    var mine =
        intake.all("rs.cases").stream().filter(record -> caseId.equals(record.key())).toList();
    return Json.mapper().readTree(mine.getLast().value());
  }

  private HttpResponse<byte[]> fetch(String photo, String part, String proof) {
    return send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + intake.port()
                        + "/internal/v1/photos/"
                        + photo
                        + "/"
                        + part))
            .header("Homeward-Node-Proof", proof)
            .GET()
            .build());
  }

  private String proof(String photo, String part) {
    return intake.bean(DerivedIds.class).of("photo-reader", photo + "/" + part, 0);
  }

  @Test
  @Proves(10)
  void nobodyIsShownItBeforeAPersonHasLooked() throws IOException {
    String photo = uploaded();

    assertThat(line(photo).path("state").asString()).isEqualTo("UNSEEN");
    assertThat(picture(photo, "400").statusCode()).isEqualTo(409);
    assertThat(picture(photo, "veiled").statusCode()).isEqualTo(200);

    ana.postNothing(path + "/photos/" + photo + "/look");
    HttpResponse<byte[]> shown = picture(photo, "400");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(ImageIO.read(new ByteArrayInputStream(shown.body()))).isNotNull();
    assertThat(line(photo).at("/looked/by").asString()).isEqualTo("person-ana");
    assertThat(picture(photo, "original").statusCode()).isEqualTo(404);
  }

  @Test
  @Proves(2)
  void twoPressesKeepItOnce() {
    String key = UUID.randomUUID().toString();
    HttpResponse<byte[]> first = upload(Pictures.jpeg(), key);
    HttpResponse<byte[]> again = upload(Pictures.jpeg(), key);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(ana.get(path + "/photos").json().path("photos")).hasSize(1);
    assertThat(upload(Pictures.other(), key).statusCode()).isEqualTo(422);
  }

  @Test
  @Proves(8)
  void aPhotoIsMarkedForCopiesOfTheNodeUntilSomebodyHasLooked() {
    String photo = uploaded();
    assertThat(files(photo)).anyMatch(file -> file.toString().contains("-veiled"));

    ana.postNothing(path + "/photos/" + photo + "/look");

    assertThat(files(photo)).noneMatch(file -> file.toString().contains("-veiled")).isNotEmpty();
  }

  @Test
  void whatIsNoPictureIsRefusedWithARule() {
    HttpResponse<byte[]> refused =
        upload("<svg onload=alert(1)>".getBytes(ISO_8859_1), UUID.randomUUID().toString());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Json.mapper().readTree(refused.body()).at("/errors/0/rule").asString())
        .isEqualTo("not-a-picture");
    assertThat(ana.get(path + "/photos").json().path("photos")).isEmpty();
  }

  @Test
  void aDayThatHasNotComeIsNoDayOfAPhoto() {
    String photo = uploaded();
    ana.postNothing(path + "/photos/" + photo + "/look");

    var refused =
        ana.post(
            path + "/photos/" + photo + "/description",
            WORDS.replace("2026-04", "2999"),
            "If-Match: *");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("/takenOn", "in-future");
  }

  @Test
  void ofTwoUploadsAtATimeNoneIsOneTooMany() {
    var changeUpload = intake.bean(ChangeUpload.class);
    for (int i = 1; i < CasePhoto.MOST_OF_A_CASE; i++) {
      kept(changeUpload);
    }
    var viewer =
        new Viewer("person-ana", "operator", EnumSet.of(Audience.CASE_TEAM), Purpose.CASE_WORK);
    var keepUpload =
        new KeepUpload(
            changeUpload,
            (_, _, _) -> {
              kept(changeUpload);
              return read();
            },
            intake.bean(SealedBytes.class),
            Duration.ofDays(90),
            Clock.systemUTC());

    var outcome =
        keepUpload.keep(
            intake.bean(LookAtCase.class).whole(caseId, viewer).orElseThrow(),
            new KeepUpload.As.PhotoOf(child),
            Pictures.jpeg(),
            new Command(UUID.randomUUID().toString(), "hash"));

    assertThat(outcome).isInstanceOf(KeepUpload.Kept.Full.class);
    assertThat(changeUpload.countOf(caseId, null)).isEqualTo(CasePhoto.MOST_OF_A_CASE);
  }

  private void kept(ChangeUpload changeUpload) {
    String id = UUID.randomUUID().toString();
    Deed deed = new Deed("person-ana", Instant.now());
    var seal = new UploadSeal("key", Map.of("400", "digest"));
    changeUpload.create(
        id,
        Photo.uploaded(caseId, child, false, seal, PhotoClaims.NONE, deed, deed.at()),
        new Command(id, "hash"));
  }

  private static Reading read() {
    Map<Rendition, Rendered> all = new EnumMap<>(Rendition.class);
    for (Rendition each : Rendition.values()) {
      all.put(each, new Rendered(Pictures.jpeg(), 640, 480, "digest"));
    }
    return new Reading.Read(PictureFormat.JPEG, 640, 480, "digest", all, List.of());
  }

  @Test
  @Proves(8)
  void theFilesHoldNoByteOfThePicture() throws IOException {
    String photo = uploaded();
    assertThat(files(photo)).hasSize(5);
    for (Path file : files(photo)) {
      String text = new String(Files.readAllBytes(file), ISO_8859_1);
      assertThat(text).doesNotContain("JFIF", Pictures.PLANTED);
    }
    ana.postNothing(path + "/photos/" + photo + "/look");
    assertThat(new String(picture(photo, "1600").body(), ISO_8859_1))
        .doesNotContain(Pictures.PLANTED);
  }

  @Test
  @Proves(12)
  void policeGetItByAPersonsWordAfterAReportOfTheChild() {
    String early = uploaded();
    ana.postNothing(path + "/photos/" + early + "/look");
    act(early, "description", WORDS);
    assertThat(ana.postNothing(path + "/photos/" + early + "/release", "If-Match: *").text())
        .contains("nothing-released");
    assertThat(fetch(early, "400", proof(early, "400")).statusCode()).isEqualTo(404);

    String photo = released();

    await()
        .untilAsserted(
            () ->
                assertThat(newestEvent().at("/snapshot/photos/0/id").asString()).isEqualTo(photo));
    assertThat(newestEvent().path("snapshot").path("photos")).hasSize(1);
    assertThat(fetch(photo, "400", proof(photo, "400")).body())
        .isEqualTo(picture(photo, "400").body());
    assertThat(fetch(photo, "original", proof(photo, "original")).body())
        .isEqualTo(Pictures.jpeg());
    assertThat(fetch(photo, "400", proof(photo, "96")).statusCode()).isEqualTo(404);
    assertThat(fetch(photo, "400", "").statusCode()).isEqualTo(404);
  }

  @Test
  @Proves({4, 7})
  void withdrawnItIsNowhere() {
    String photo = released();
    await().untilAsserted(() -> assertThat(events()).contains(photo));

    ana.postNothing(path + "/photos/" + photo + "/withdraw");

    assertThat(files(photo)).isEmpty();
    assertThat(picture(photo, "400").statusCode()).isEqualTo(410);
    assertThat(fetch(photo, "400", proof(photo, "400")).statusCode()).isEqualTo(404);
    await().untilAsserted(() -> assertThat(newestEvent().path("snapshot").has("photos")).isFalse());
  }

  @Test
  @Proves(7)
  void theEndOfTheSearchTakesItOffTheTopic() {
    String photo = released();
    await().untilAsserted(() -> assertThat(events()).contains(photo));

    ana.post(
        path + "/children/" + child + "/end",
        "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\","
            + " \"reference\": \"KU 1\"}");

    await()
        .untilAsserted(
            () -> {
              assertThat(newestEvent().at("/snapshot/status").asString()).isEqualTo("ENDED");
              assertThat(newestEvent().path("snapshot").has("photos")).isFalse();
            });
  }

  @Test
  @Proves({7, 8})
  void erasedWithItsCaseNoByteIsLeft() {
    String photo = released();
    assertThat(files(photo)).isNotEmpty();
    String reason = "{\"reason\": \"OPENED_BY_MISTAKE\"}";
    assertThat(jelena.post(path + "/erase", reason).status()).isEqualTo(200);
    assertThat(intake.vera().post(path + "/erase", reason).status()).isEqualTo(200);

    await().untilAsserted(() -> assertThat(files(photo)).isEmpty());
    assertThat(picture(photo, "400").statusCode()).isEqualTo(410);
    assertThat(fetch(photo, "400", proof(photo, "400")).statusCode()).isEqualTo(404);
  }

  @Test
  void aSuspectedAbuseImageIsShownToNobodyAndDestroyedOnTheWordOfPolice() {
    String photo = released();

    ana.postNothing(path + "/photos/" + photo + "/lock");

    assertThat(picture(photo, "400").statusCode()).isEqualTo(409);
    assertThat(picture(photo, "veiled").statusCode()).isEqualTo(409);
    assertThat(fetch(photo, "original", proof(photo, "original")).statusCode()).isEqualTo(404);
    assertThat(files(photo)).singleElement().asString().contains("original");
    String reference = "{\"reference\": \"KU 12/26\"}";
    assertThat(ana.post(path + "/photos/" + photo + "/hand-over", reference).status())
        .isEqualTo(403);
    assertThat(jelena.post(path + "/photos/" + photo + "/destroy", reference).status())
        .isEqualTo(409);
    assertThat(jelena.post(path + "/photos/" + photo + "/hand-over", reference).status())
        .isEqualTo(200);
    assertThat(jelena.post(path + "/photos/" + photo + "/destroy", reference).status())
        .isEqualTo(200);
    assertThat(files(photo)).isEmpty();
    JsonNode record = line(photo);
    assertThat(record.at("/handedOver/reference").asString()).isEqualTo("KU 12/26");
    assertThat(record.at("/destroyed/by").asString()).isEqualTo("person-jelena");
  }

  @Test
  @Proves(4)
  void aReleaseThatIsToldAfterTheEndListsItNoMore() {
    String id = UUID.randomUUID().toString();
    Deed deed = new Deed("person-ana", Instant.now());
    Photo photo =
        Photo.uploaded(
                caseId,
                child,
                false,
                new UploadSeal("key", Map.of("400", "digest")),
                PhotoClaims.NONE,
                deed,
                deed.at())
            .lookedAt(deed)
            .described(
                new PhotoWords(PhotoSource.FAMILY, null, PhotoWitness.PARENT, PhotoLabel.UNCHANGED))
            .releasedBy(deed);
    var tellCase = new TellCase(cases(), Clock.systemUTC());

    tellCase.drain(drained(id, 4, GoneUpload.withdrawn(photo)));
    tellCase.drain(drained(id, 3, photo));

    Case now = (Case) cases().find(caseId).orElseThrow().state();
    PhotoRuling known = now.rulings().photos().get(id);
    assertThat(known.version()).isEqualTo(4);
    assertThat(known.released()).isNull();
  }

  @SuppressWarnings("unchecked")
  private GuardedDocuments<KeptCase> cases() {
    return ((Aggregate<KeptCase>) intake.bean("cases", Aggregate.class)).documents();
  }

  private static Guarded<KeptUpload> drained(String id, long version, KeptUpload state) {
    return Guarded.unstored(id, version, state, null, List.of(), Map.of());
  }

  @Test
  void aLockKeepsWhatWasMadeWhereTheOriginalIsLost() throws IOException {
    String photo = uploaded();
    for (Path file : files(photo)) {
      if (file.toString().contains("original")) {
        Files.delete(file);
      }
    }

    assertThat(ana.postNothing(path + "/photos/" + photo + "/lock").status()).isEqualTo(200);

    assertThat(files(photo)).hasSize(4);
    assertThat(picture(photo, "400").statusCode()).isEqualTo(409);
  }

  @Test
  @Proves(2)
  void anUploadThatIsSentAgainAfterTheEndWasAccepted() {
    String key = UUID.randomUUID().toString();
    HttpResponse<byte[]> first = upload(Pictures.jpeg(), key);
    ana.post(
        path + "/children/" + child + "/end",
        "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\","
            + " \"reference\": \"KU 1\"}");

    HttpResponse<byte[]> again = upload(Pictures.jpeg(), key);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(upload(Pictures.other(), UUID.randomUUID().toString()).statusCode()).isEqualTo(409);
  }
}
