package org.homeward.intake.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.homeward.durable.command.DerivedIds;
import org.homeward.intake.trial.Person;
import org.homeward.intake.trial.TrialIntake;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A photo that partners may have, too. */
class SharedPhotosIT {

  private final TrialIntake intake = TrialIntake.get();
  private final Person ana = intake.ana();
  private String caseId;
  private String photo;
  private String path;

  @BeforeEach
  void described() {
    JsonNode opened =
        ana.post(
                "/api/v1/reports",
                "{\"exercise\": false, \"channel\": \"PHONE\", \"newChildren\": [{}]}")
            .json();
    caseId = opened.path("case").asString();
    photo = new PhotoOfCase(intake).uploaded(caseId, opened.path("children").path(0).asString());
    path = "/api/v1/cases/" + caseId + "/photos/" + photo;
    intake
        .jelena()
        .post(
            "/api/v1/cases/" + caseId + "/reports/" + opened.path("report").asString() + "/release",
            "{\"desk\": \"rs-novi-sad\", \"basis\": \"LEGAL_DUTY\", \"reason\": \"asked for\"}",
            "If-Match: *");
    ana.postNothing(path + "/look");
    ana.post(
        path + "/description",
        "{\"source\": \"FAMILY\", \"saidBy\": \"PARENT\", \"label\": \"UNCHANGED\"}",
        "If-Match: *");
  }

  private int fetched(String size) {
    return fetched("GET", size);
  }

  private int fetched(String method, String size) {
    String proof = intake.bean(DerivedIds.class).of("partner-photo-reader", photo + "/" + size, 0);
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + intake.port()
                        + "/internal/v1/photos/"
                        + photo
                        + "/"
                        + size))
            .header("Homeward-Node-Proof", proof)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode newestEvent() {
    var mine =
        intake.all("rs.cases").stream().filter(record -> caseId.equals(record.key())).toList();
    return Json.mapper().readTree(mine.getLast().value());
  }

  private String share() {
    return intake.jelena().postNothing(path + "/share", "If-Match: *").text();
  }

  @Test
  @Proves(6)
  void partnersGetItByAPersonsWordOnceAlsoPoliceHaveIt() {
    assertThat(share()).contains("photo-not-released");
    ana.postNothing(path + "/release", "If-Match: *");
    assertThat(fetched("1600")).isEqualTo(404);
    assertThat(fetched("HEAD", "1600")).isEqualTo(404);

    assertThat(share()).contains(photo);

    await()
        .untilAsserted(
            () ->
                assertThat(newestEvent().at("/snapshot/photos/0/audiences").toString())
                    .contains("PARTNER"));
    assertThat(fetched("1600")).isEqualTo(200);
    assertThat(fetched("HEAD", "1600")).isEqualTo(200);
    assertThat(fetched("original")).isEqualTo(404);
    assertThat(fetched("400")).isEqualTo(404);
  }

  @Test
  @Proves(6)
  void anOperatorSharesNone() {
    ana.postNothing(path + "/release", "If-Match: *");

    assertThat(ana.postNothing(path + "/share", "If-Match: *").status()).isEqualTo(403);
    assertThat(fetched("1600")).isEqualTo(404);
  }

  @Test
  @Proves({4, 7})
  void withdrawnNoPartnerGetsIt() {
    ana.postNothing(path + "/release", "If-Match: *");
    share();
    assertThat(fetched("1600")).isEqualTo(200);

    ana.postNothing(path + "/withdraw");

    assertThat(fetched("1600")).isEqualTo(404);
    await().untilAsserted(() -> assertThat(newestEvent().path("snapshot").has("photos")).isFalse());
  }
}
