package org.homeward.intake.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.durable.Aggregate;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.KeptCase;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.intake.rulings.PhotoRuling;
import org.homeward.intake.worksheets.AwaitLook;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.PhotoLabel;
import org.homeward.schema.facts.PhotoSource;
import org.homeward.schema.facts.PhotoWitness;
import org.homeward.schema.values.Audience;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** A photo that police may have, until no byte of it is left. */
class ReleasedPhotosIT extends PhotosTrial {

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
  @Proves({6, 8})
  void whatWasMadeOfAPictureOfATipIsNoOriginal() {
    var viewer =
        new Viewer("person-ana", "operator", EnumSet.of(Audience.CASE_TEAM), Purpose.CASE_WORK);
    String tip = UUID.randomUUID().toString();
    var origin = new TakenPicture.Origin(tip, TakenPicture.Sender.PUBLIC);
    String photo =
        intake
            .bean(HttpUploads.class)
            .takeOver(
                intake.bean(LookAtCase.class).whole(caseId, viewer).orElseThrow(),
                child,
                new TakenPicture(Pictures.jpeg(), origin, null, null, null),
                new Command(UUID.randomUUID().toString(), "hash"));

    released(photo, WORDS.replace("FAMILY", "TIP").replace("PARENT", "NOBODY"));

    assertThat(line(photo).path("original").asString()).isEqualTo("NOT_KEPT");
    assertThat(line(photo).at("/fromTip/tip").asString()).isEqualTo(tip);
    assertThat(files(photo)).noneMatch(file -> file.toString().contains("original"));
    assertThat(fetch(photo, "original", proof(photo, "original")).statusCode()).isEqualTo(404);
    await()
        .untilAsserted(
            () ->
                assertThat(newestEvent().at("/snapshot/photos/0/source").asString())
                    .isEqualTo("TIP"));
    assertThat(newestEvent().at("/snapshot/photos/0/digests").propertyNames())
        .contains("1600")
        .doesNotContain("original");
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
    var tellCase =
        new TellCase(
            cases(), intake.bean(AwaitLook.class), _ -> Optional.empty(), Clock.systemUTC());

    tellCase.drain(drained(id, 4, GoneUpload.withdrawn(photo)));
    tellCase.drain(drained(id, 3, photo));

    Case now = (Case) cases().find(caseId).orElseThrow().state();
    PhotoRuling known = now.rulings().photos().get(id);
    assertThat(known.version()).isEqualTo(4);
    assertThat(known.released()).isNull();
  }

  @Test
  @Proves(11)
  void aWaitThatIsToldAfterTheDecisionIsDoneAtOnce() {
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
            deed.at());
    List<String> told = new ArrayList<>();
    AwaitLook awaitLook =
        new AwaitLook() {
          @Override
          public void await(String of, Picture picture) {
            told.add("waits " + picture.item());
          }

          @Override
          public void looked(String of, String item, String by) {
            told.add("done " + item + " " + by);
          }
        };
    Photo shown = photo.lookedAt(new Deed("person-jelena", deed.at()));
    for (KeptUpload now : List.of(Photo.Waiting.of(photo), shown, GoneUpload.withdrawn(photo))) {
      new TellCase(cases(), awaitLook, _ -> Optional.of(now), Clock.systemUTC())
          .drain(drained(id, 1, Photo.Waiting.of(photo)));
    }

    assertThat(told)
        .containsExactly(
            "waits " + id,
            "waits " + id,
            "done " + id + " person-jelena",
            "waits " + id,
            "done " + id + " intake");
  }

  @SuppressWarnings("unchecked")
  private GuardedDocuments<KeptCase> cases() {
    return ((Aggregate<KeptCase>) intake.bean("cases", Aggregate.class)).documents();
  }

  private static Guarded<KeptUpload> drained(String id, long version, KeptUpload state) {
    return Guarded.unstored(id, version, state, null, List.of(), Map.of());
  }
}
