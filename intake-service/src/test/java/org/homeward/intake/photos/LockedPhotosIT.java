package org.homeward.intake.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A suspected abuse image, which nobody is shown any more. */
class LockedPhotosIT extends PhotosTrial {

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
    // The alarm of the lock may still be at work, and takes back what it writes.
    await().untilAsserted(() -> assertThat(files(photo)).isEmpty());
    JsonNode record = line(photo);
    assertThat(record.at("/handedOver/reference").asString()).isEqualTo("KU 12/26");
    assertThat(record.at("/destroyed/by").asString()).isEqualTo("person-jelena");
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
}
