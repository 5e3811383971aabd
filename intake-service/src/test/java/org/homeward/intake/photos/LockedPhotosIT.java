package org.homeward.intake.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.face.access.Role;
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
