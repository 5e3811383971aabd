package org.homeward.intake.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
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
import javax.imageio.ImageIO;
import org.homeward.durable.command.Command;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.photos.bytes.LockedPictures;
import org.homeward.intake.photos.bytes.SealedBytes;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.pictures.PictureFormat;
import org.homeward.pictures.Reading;
import org.homeward.pictures.Rendered;
import org.homeward.pictures.Rendition;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.CasePhoto;
import org.homeward.schema.json.Json;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A picture over HTTP, from its upload until somebody has looked at it. */
class UploadedPhotosIT extends PhotosTrial {

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

  @Test
  @Proves(8)
  void aPhotoIsMarkedForCopiesOfTheNodeUntilSomebodyHasLooked() {
    String photo = uploaded();
    assertThat(files(photo)).anyMatch(file -> file.toString().contains("-veiled"));

    ana.postNothing(path + "/photos/" + photo + "/look");

    assertThat(files(photo)).noneMatch(file -> file.toString().contains("-veiled")).isNotEmpty();
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
            intake.bean(LockedPictures.class),
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
        deed.by(),
        new Command(id, "hash"));
  }

  private static Reading read() {
    Map<Rendition, Rendered> all = new EnumMap<>(Rendition.class);
    for (Rendition each : Rendition.values()) {
      all.put(each, new Rendered(Pictures.jpeg(), 640, 480, "digest"));
    }
    return new Reading.Read(PictureFormat.JPEG, 640, 480, "digest", all, List.of());
  }
}
