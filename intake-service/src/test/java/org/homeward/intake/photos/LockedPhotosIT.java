package org.homeward.intake.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.Replay;
import org.homeward.face.access.Role;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.intake.trial.Person;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A suspected abuse image, which nobody is shown any more. */
class LockedPhotosIT extends PhotosTrial {

  private final Person mina = intake.person("mina", Role.SUPERVISOR);

  @Test
  void aSuspectedAbuseImageIsShownToNobodyAndDestroyedOnTheWordOfPolice() {
    String photo = released(Pictures.fresh());

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
    assertThat(mina.post(path + "/photos/" + photo + "/destroy", reference).status())
        .isEqualTo(200);
    // The alarm of the lock may still be at work, and takes back what it writes.
    await().untilAsserted(() -> assertThat(files(photo)).isEmpty());
    JsonNode record = line(photo);
    assertThat(record.at("/handedOver/reference").asString()).isEqualTo("KU 12/26");
    assertThat(record.at("/destroyed/by").asString()).isEqualTo("person-mina");
  }

  private HttpResponse<byte[]> collect(String photo, String fingerprint, String key) {
    String body = "{\"reference\": \"KU 12/26\", \"fingerprint\": \"%s\"}";
    return send(
        request(path + "/photos/" + photo + "/collect", "jelena", Role.SUPERVISOR)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body.formatted(fingerprint)))
            .build());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), ISO_8859_1);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  @Test
  @Proves(6)
  void policeAloneOpenTheFileAndEachOneIsRecordedUntilItIsDestroyed() {
    byte[] picture = Pictures.fresh();
    String photo = uploaded(picture);
    String said = intake.police().fingerprint();
    assertThat(text(collect(photo, said, key()))).contains("photo-not-locked");
    ana.postNothing(path + "/photos/" + photo + "/lock");
    assertThat(text(collect(photo, said, key()))).contains("photo-not-handed-over");
    String reference = "{\"reference\": \"KU 12/26\"}";
    jelena.post(path + "/photos/" + photo + "/hand-over", reference);
    String wish = "{\"reference\": \"KU 12/26\", \"fingerprint\": \"" + said + "\"}";
    assertThat(ana.post(path + "/photos/" + photo + "/collect", wish).status()).isEqualTo(403);
    assertThat(text(collect(photo, "0123 4567 89ab cdef", key()))).contains("other-key");
    assertThat(line(photo).path("collected")).as("nothing left").isEmpty();

    String key = key();
    HttpResponse<byte[]> file = collect(photo, said, key);

    assertThat(file.statusCode()).as(text(file)).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(file.headers().firstValue("Content-Type")).hasValue("application/jose");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment");
    assertThat(intake.police().open(file.body())).isEqualTo(picture);
    HttpResponse<byte[]> again = collect(photo, said, key);
    assertThat(intake.police().open(again.body())).as("its answer was lost").isEqualTo(picture);
    assertThat(line(photo).path("collected")).hasSize(1);
    JsonNode record = line(photo).at("/collected/0");
    assertThat(record.path("by").asString()).isEqualTo("person-jelena");
    assertThat(record.path("authority").asString()).isEqualTo("Police of Novi Sad");
    assertThat(record.path("reference").asString()).isEqualTo("KU 12/26");
    assertThat(record.path("digest").asString()).isEqualTo(UploadSeal.digest(picture));
    assertThat(collect(photo, said, key()).statusCode()).isEqualTo(200);
    assertThat(line(photo).path("collected")).as("a decision of its own").hasSize(2);
    assertThat(picture(photo, "400").statusCode()).isEqualTo(409);

    mina.post(path + "/photos/" + photo + "/destroy", reference);

    assertThat(text(collect(photo, said, key()))).contains("photo-gone");
    assertThat(text(collect(photo, said, key))).contains("photo-gone");
    assertThat(line(photo).path("collected")).as("the record stays").hasSize(2);
  }

  @Test
  @Proves(7)
  void aRestoredNodeStillSaysOnWhoseWordOneWasDestroyed() {
    String known = uploaded(Pictures.fresh());
    ana.postNothing(path + "/photos/" + known + "/lock");
    String lost = UUID.randomUUID().toString();
    var handedOver = new ReferredDeed("person-jelena", Instant.EPOCH, "КУ 12/26 инспектор");
    var destroyed = new ReferredDeed("person-mira", Instant.EPOCH, "КТО 7");
    var seal = new UploadSeal("key", Map.of());
    var deed = new Deed("person-ana", Instant.EPOCH);
    var locked = new LockedUpload(caseId, child, false, seal, deed, deed, handedOver, null, false);
    GoneUpload gone = GoneUpload.destroyed(locked, handedOver, destroyed);
    var endAgain = intake.bean(EndUploadAgain.class);
    for (String photo : List.of(known, lost)) {
      List<Replay.Replayed> replayed = new ArrayList<>();
      lines(photo, gone).forEach(line -> replayed.add(endAgain.replay(line)));
      assertThat(replayed).containsOnlyOnce(Replay.Replayed.DONE);
      JsonNode record = line(photo);
      assertThat(record.path("state").asString()).isEqualTo("DESTROYED");
      assertThat(record.at("/handedOver/reference").asString()).isEqualTo("КУ 12/26 инспектор");
      assertThat(record.at("/destroyed/reference").asString()).isEqualTo("КТО 7");
      assertThat(record.at("/destroyed/by").asString()).isEqualTo("person-mira");
      assertThat(record.at("/destroyed/at").asString()).isEqualTo("1970-01-01T00:00:00Z");
      lines(photo, gone)
          .forEach(line -> assertThat(endAgain.replay(line)).isEqualTo(Replay.Replayed.KNOWN));
    }
    await().untilAsserted(() -> assertThat(files(known)).isEmpty());
    assertThat(events()).doesNotContain("КТО 7", "инспектор");
  }

  /** As they stand in the ends log of a node whose copy knows less. */
  private List<EndsLine> lines(String photo, GoneUpload gone) {
    return EndUploadAgain.lines(photo, gone, Instant.EPOCH, 7, intake.bean(LockedPictures.class));
  }

  @Test
  void aLockKeepsWhatWasMadeWhereTheOriginalIsLost() throws IOException {
    String photo = uploaded(Pictures.fresh());
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
  @Proves(7)
  void anErasedCaseLeavesItToPoliceAndASupervisorAndNobodyElse() {
    String photo = uploaded(Pictures.fresh());
    String other = uploaded();
    ana.postNothing(path + "/photos/" + photo + "/lock");
    String reason = "{\"reason\": \"OPENED_BY_MISTAKE\"}";
    jelena.post(path + "/erase", reason);
    assertThat(intake.vera().post(path + "/erase", reason).status()).isEqualTo(200);

    await().untilAsserted(() -> assertThat(files(other)).isEmpty());
    await()
        .untilAsserted(
            () -> {
              JsonNode all = jelena.get(path + "/photos").json().path("photos");
              assertThat(all.valueStream().map(each -> each.path("photo").asString()))
                  .containsExactly(photo);
              assertThat(all.path(0).has("child")).isFalse();
            });
    assertThat(files(photo)).singleElement().asString().contains("original");
    assertThat(ana.get(path + "/photos").status()).isEqualTo(410);
    assertThat(ana.get(path + "/photos/" + photo + "/400").status()).isEqualTo(410);
    String reference = "{\"reference\": \"KU 12/26\"}";
    assertThat(jelena.post(path + "/photos/" + photo + "/hand-over", reference).status())
        .isEqualTo(200);
    assertThat(mina.post(path + "/photos/" + photo + "/destroy", reference).status())
        .isEqualTo(200);
    await().untilAsserted(() -> assertThat(files(photo)).isEmpty());
    JsonNode record = jelena.get(path + "/photos").json().at("/photos/0");
    assertThat(record.at("/destroyed/reference").asString()).isEqualTo("KU 12/26");
  }

  @Test
  @Proves(7)
  void theSamePictureSentAgainIsLockedAsItComes() {
    byte[] picture = Pictures.fresh();
    String photo = uploaded(picture);
    String same = uploaded(picture);
    ana.postNothing(path + "/photos/" + photo + "/lock");

    await()
        .untilAsserted(() -> assertThat(line(same).path("state").asString()).isEqualTo("LOCKED"));
    String later = uploaded(picture);

    assertThat(line(later).path("state").asString()).isEqualTo("LOCKED");
    assertThat(files(later)).singleElement().asString().contains("original");
    assertThat(ana.postNothing(path + "/photos/" + later + "/look").text())
        .contains("photo-locked");
  }
}
