package org.homeward.intake.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.recovery.Replay;
import org.homeward.face.access.Role;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.intake.trial.KeptFiles;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A photo that the public may be shown a part of, from the proposal until it is taken back. */
class PublicPhotosIT {

  private static final String WISH =
      "{\"childSays\": \"NOT_POSSIBLE\", \"knownBy\": \"PARENT\", \"showsNobodyElse\": true,"
          + " \"crop\": {\"left\": 100, \"top\": 40, \"width\": 320, \"height\": 240}}";
  private static final String SECOND =
      "{\"ground\": \"POLICE_REFERENCE\", \"reference\": \"Planted KU 12\"}";

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private final Person jelena = intake.jelena();
  private final HttpClient http = HttpClient.newHttpClient();
  private String caseId;
  private String child;
  private String photo;
  private String path;

  @BeforeEach
  void released() {
    JsonNode opened =
        ana.post(
                "/api/v1/reports",
                "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}")
            .json();
    caseId = opened.path("case").asString();
    child = opened.path("children").path(0).asString();
    photo = new PhotoOfCase(intake).uploaded(caseId, child);
    path = "/api/v1/cases/" + caseId + "/photos/" + photo;
    jelena.post(
        "/api/v1/cases/" + caseId + "/reports/" + opened.path("report").asString() + "/release",
        "{\"desk\": \"rs-novi-sad\", \"basis\": \"LEGAL_DUTY\", \"reason\": \"asked for\"}",
        "If-Match: *");
    ana.postNothing(path + "/look");
    described("\"takenOn\": \"2026-04\", ");
    ana.postNothing(path + "/release", "If-Match: *");
  }

  private void described(String date) {
    var answer =
        ana.post(
            path + "/description",
            "{"
                + date
                + "\"source\": \"FAMILY\", \"saidBy\": \"PARENT\", \"label\": \"UNCHANGED\"}",
            "If-Match: *");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void published() {
    var proposed = ana.post(path + "/public", WISH, "If-Match: *");
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(200);
    var confirmed = jelena.post(path + "/public/confirm", SECOND, "If-Match: *");
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
  }

  private HttpResponse<byte[]> fetched(String reader, String part) {
    String proof = intake.bean(DerivedIds.class).of(reader, photo + "/" + part, 0);
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

  private HttpResponse<byte[]> byPublic(String size) {
    return fetched("public-photo-reader", "public-" + size);
  }

  private HttpResponse<byte[]> byTeam(String size) {
    String token = intake.authorization("ana", Role.OPERATOR).replace("Authorization: ", "");
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + intake.port() + path + "/" + size))
            .header("Authorization", token)
            .GET()
            .build());
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode told() {
    var mine =
        intake.all("rs.cases").stream().filter(record -> caseId.equals(record.key())).toList();
    return Json.mapper().readTree(mine.getLast().value()).at("/snapshot/photos/0");
  }

  private List<Path> publicFiles() {
    return KeptFiles.named(intake, photo + "-public");
  }

  private JsonNode line() {
    return ana.get("/api/v1/cases/" + caseId + "/photos").json().at("/photos/0");
  }

  @Test
  @Proves(6)
  void twoPeopleLetThePublicBeShownExactlyThePartThatTheySaw() throws IOException {
    assertThat(ana.post(path + "/public", WISH, "If-Match: *").status()).isEqualTo(200);
    assertThat(byPublic("400").statusCode()).isEqualTo(404);
    byte[] seen = byTeam("public-1600").body();
    var picture = ImageIO.read(new ByteArrayInputStream(seen));
    assertThat(picture.getWidth()).isBetween(318, 320);
    assertThat(picture.getHeight()).isBetween(238, 240);

    assertThat(ana.post(path + "/public/confirm", SECOND, "If-Match: *").text())
        .contains("photo-same-person");
    assertThat(jelena.post(path + "/public/confirm", SECOND, "If-Match: *").status())
        .isEqualTo(200);

    assertThat(byPublic("1600").body()).isEqualTo(seen);
    await()
        .untilAsserted(
            () -> {
              assertThat(told().path("audiences").toString()).contains("PUBLIC", "POLICE");
              assertThat(told().at("/publicDigests/1600").asString())
                  .isEqualTo(UploadSeal.digest(seen));
            });
    assertThat(told().toString()).doesNotContain("Planted KU 12");
    assertThat(line().at("/public/confirmed/reference").asString()).isEqualTo("Planted KU 12");
    assertThat(line().at("/public/confirmed/by").asString()).isEqualTo("person-jelena");
    assertThat(ana.post(path + "/public", WISH, "If-Match: *").text()).contains("photo-public");
  }

  @Test
  @Proves(2)
  void aProposalThatIsSentAgainIsAnsweredAsBefore() {
    String key = UUID.randomUUID().toString();
    String read = "If-Match: \"" + line().path("version").asLong() + "\"";
    var first = ana.repeat(path + "/public", WISH, key, read);
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(jelena.post(path + "/public/confirm", SECOND, "If-Match: *").status())
        .isEqualTo(200);

    var again = ana.repeat(path + "/public", WISH, key, read);

    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(byPublic("400").statusCode()).isEqualTo(200);
    String other = WISH.replace("PARENT", "SCHOOL");
    assertThat(ana.repeat(path + "/public", other, key, read).text()).contains("key-reused");
  }

  @Test
  @Proves(6)
  void nobodyElseReachesThatPartNorThePublicAnotherOne() {
    published();
    for (String part : List.of("96", "400", "1600", "original")) {
      assertThat(fetched("public-photo-reader", part).statusCode()).as(part).isEqualTo(404);
    }
    assertThat(fetched("photo-reader", "public-400").statusCode()).isEqualTo(404);
    assertThat(fetched("partner-photo-reader", "public-1600").statusCode()).isEqualTo(404);
    assertThat(fetched("photo-reader", "400").statusCode()).isEqualTo(200);
  }

  @Test
  @Proves(12)
  void whatALateProposalLeavesInItsPlaceIsShownToNobody() {
    published();
    Photo kept = (Photo) intake.bean(ChangeUpload.class).of(caseId).getFirst().state();
    EnumMap<UploadPart, byte[]> late = new EnumMap<>(UploadPart.class);
    late.put(UploadPart.PUBLIC_MIDDLE, Pictures.other());

    intake.bean(SealedBytes.class).keep(photo, kept.seal().key(), late);

    assertThat(byPublic("400").statusCode()).isEqualTo(404);
    assertThat(byPublic("1600").statusCode()).isEqualTo(200);
  }

  @Test
  void withoutADateOrAReleaseItIsRefused() {
    described("");
    assertThat(ana.post(path + "/public", WISH, "If-Match: *").text()).contains("photo-not-dated");
    assertThat(jelena.post(path + "/public/confirm", SECOND, "If-Match: *").text())
        .contains("photo-not-proposed");
    assertThat(publicFiles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"NOT_POSSIBLE\"', '\"NO\"', /childSays, child-says-no",
    "': true', ': false', /showsNobodyElse, shows-others",
    "'\"left\": 100', '\"left\": 400', /crop, outside-picture",
    "'\"width\": 320', '\"width\": 20', /crop, too-small",
    "'\"height\": 240', '\"height\": -1', /crop/height, out-of-range",
    "'\"PARENT\"', '\"OTHER\"', /knownBy, unknown-code"
  })
  void whatMustNotBePublicIsRefusedWithARule(String from, String to, String at, String rule) {
    var refused = ana.post(path + "/public", WISH.replace(from, to), "If-Match: *");

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains("\"" + at + "\"", rule);
    assertThat(publicFiles()).isEmpty();
  }

  @Test
  @Proves({4, 7})
  void takenBackItIsNowhereAndPoliceKeepTheirs() {
    published();
    assertThat(publicFiles()).hasSize(2);

    assertThat(ana.postNothing(path + "/public/take-back").status()).isEqualTo(200);

    assertThat(publicFiles()).isEmpty();
    assertThat(byPublic("400").statusCode()).isEqualTo(404);
    assertThat(fetched("photo-reader", "400").statusCode()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(told().has("publicDigests")).isFalse());
    assertThat(told().has("id")).isTrue();
  }

  private List<EndsLine> takenBack() {
    return intake.bean(EndsLog.class).read().lines().stream()
        .filter(line -> line.id().equals(photo) && line.what().equals("taken-back"))
        .distinct() // the same may be there twice
        .toList();
  }

  @Test
  @Proves(7)
  void aRestoreTakesBackAgainWhatTheCopyStillShows() {
    published();
    ana.postNothing(path + "/public/take-back");
    await().untilAsserted(() -> assertThat(takenBack()).hasSize(1));
    published();
    described("\"takenOn\": \"2025-04\", ");
    await().untilAsserted(() -> assertThat(takenBack()).hasSize(2));
    EndsLine line = takenBack().getLast();

    published(); // as in a copy from before the line
    assertThat(intake.bean(ChangeUpload.class).takeBackAgain(photo, line.version(), _ -> true))
        .isFalse(); // as new as the line
    assertThat(byPublic("400").statusCode()).isEqualTo(200);
    assertThat(intake.bean(EndUploadAgain.class).replay(line)).isEqualTo(Replay.Replayed.DONE);
    assertThat(byPublic("400").statusCode()).isEqualTo(404);
    assertThat(intake.bean(EndUploadAgain.class).replay(line)).isEqualTo(Replay.Replayed.KNOWN);
  }

  @Test
  @Proves(4)
  void aFreezeTakesItBackAtOnce() {
    published();
    ana.postNothing("/api/v1/cases/" + caseId + "/freeze");

    assertThat(byPublic("400").statusCode()).isEqualTo(404);
    await().untilAsserted(() -> assertThat(told().has("publicDigests")).isFalse());
    assertThat(told().path("audiences").toString()).doesNotContain("PUBLIC");
  }

  @Test
  @Proves(7)
  void theEndOfTheSearchAWithdrawalAndANewDescriptionTakeItBack() {
    published();
    described("\"takenOn\": \"2025-04\", ");
    assertThat(byPublic("400").statusCode()).isEqualTo(404);
    assertThat(publicFiles()).isEmpty();
    assertThat(line().has("public")).isFalse();

    published();
    ana.post(
        "/api/v1/cases/" + caseId + "/children/" + child + "/end",
        "{\"outcome\": \"FOUND_SAFE\", \"verifiedBy\": \"POLICE_REFERENCE\","
            + " \"reference\": \"KU 1\"}");
    assertThat(byPublic("400").statusCode()).isEqualTo(404);
    ana.postNothing(path + "/withdraw");
    assertThat(publicFiles()).isEmpty();
  }

  @Test
  @Proves(8)
  void theFilesHoldNoByteOfThePart() throws IOException {
    published();
    for (Path file : publicFiles()) {
      assertThat(new String(Files.readAllBytes(file), ISO_8859_1)).doesNotContain("JFIF");
    }
  }
}
