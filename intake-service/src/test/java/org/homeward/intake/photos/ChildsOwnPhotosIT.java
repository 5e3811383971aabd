package org.homeward.intake.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.homeward.face.access.Role;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A picture that the child sent of itself, until a supervisor has decided about it. */
class ChildsOwnPhotosIT extends PhotosTrial {

  private final byte[] picture = Pictures.fresh();

  private HttpResponse<byte[]> send(String sentByChild, String key) {
    return send(
        request(
                path + "/children/" + child + "/photos?sentByChild=" + sentByChild,
                "ana",
                Role.OPERATOR)
            .header("Content-Type", "image/jpeg")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(picture))
            .build());
  }

  private String sent() {
    HttpResponse<byte[]> answer = send("true", UUID.randomUUID().toString());
    assertThat(answer.statusCode()).isEqualTo(201);
    return Json.mapper().readTree(answer.body()).path("photo").asString();
  }

  private HttpResponse<byte[]> shownToSupervisor(String photo, String size) {
    return send(
        request(path + "/photos/" + photo + "/" + size, "jelena", Role.SUPERVISOR).GET().build());
  }

  private Optional<JsonNode> task(String photo) {
    return jelena
        .get(path + "/work")
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("item").asString("").equals(photo))
        .findFirst();
  }

  private void assertTask(String photo, boolean done) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(task(photo))
                    .hasValueSatisfying(
                        item -> {
                          assertThat(item.path("kind").asString()).isEqualTo("CHILDS_PICTURE");
                          assertThat(item.has("done")).isEqualTo(done);
                        }));
  }

  @Test
  @Proves(6)
  void onlyASupervisorIsShownAPictureThatTheChildSentUntilItIsDecided() {
    String photo = sent();

    assertThat(line(photo).path("state").asString()).isEqualTo("WAITS");
    assertThat(line(photo).has("claims")).isFalse();
    for (String size : new String[] {"veiled", "96", "400", "1600"}) {
      assertThat(picture(photo, size).statusCode()).as(size).isEqualTo(409);
    }
    var look = ana.postNothing(path + "/photos/" + photo + "/look");
    assertThat(look.text()).contains("photo-supervisor-first");
    assertThat(ana.postNothing(path + "/photos/" + photo + "/show").status()).isEqualTo(403);
    assertTask(photo, false);

    assertThat(jelena.postNothing(path + "/photos/" + photo + "/show").text())
        .contains("photo-unseen");
    assertThat(jelena.postNothing(path + "/photos/" + photo + "/look").status()).isEqualTo(200);

    assertThat(shownToSupervisor(photo, "400").statusCode()).isEqualTo(200);
    assertThat(picture(photo, "400").statusCode()).as("looked at, not decided").isEqualTo(409);
    assertThat(line(photo).path("state").asString()).isEqualTo("WAITS");
    assertThat(files(photo))
        .as("kept out of copies")
        .anyMatch(it -> it.toString().contains("-veiled"));
    assertThat(ana.post(path + "/photos/" + photo + "/description", WORDS, "If-Match: *").text())
        .contains("photo-supervisor-first");
    assertThat(fetch(photo, "400", proof(photo, "400")).statusCode()).isEqualTo(404);

    assertThat(jelena.postNothing(path + "/photos/" + photo + "/show").status()).isEqualTo(200);

    assertThat(line(photo).path("state").asString()).isEqualTo("SEEN");
    assertThat(picture(photo, "400").statusCode()).isEqualTo(200);
    assertThat(files(photo)).noneMatch(it -> it.toString().contains("-veiled"));
    assertTask(photo, true);
  }

  @Test
  @Proves(11)
  void aLockEndsTheWaitAndNobodyIsShownItAgain() {
    String photo = sent();
    assertTask(photo, false);
    assertThat(ana.postNothing(path + "/photos/" + photo + "/withdraw").text())
        .contains("photo-supervisor-first");

    assertThat(jelena.postNothing(path + "/photos/" + photo + "/lock").status()).isEqualTo(200);

    assertThat(line(photo).path("state").asString()).isEqualTo("LOCKED");
    assertThat(shownToSupervisor(photo, "400").statusCode()).isEqualTo(409);
    assertThat(jelena.postNothing(path + "/photos/" + photo + "/show").text())
        .contains("photo-locked");
    assertTask(photo, true);
  }

  @Test
  @Proves(2)
  void theSameKeyIsNotTakenForAPictureOfSomebodyElse() {
    String key = UUID.randomUUID().toString();
    HttpResponse<byte[]> first = send("true", key);

    assertThat(send("true", key).body()).isEqualTo(first.body());
    assertThat(send("false", key).statusCode()).isEqualTo(422);
    assertThat(send("perhaps", UUID.randomUUID().toString()).statusCode()).isEqualTo(422);
  }
}
