package org.homeward.intake.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.homeward.durable.document.Guarded;
import org.homeward.intake.photos.bytes.TakenPicture;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What a line of the list tells of the picture's own claims. */
class UploadLinesTest {

  private static final Deed ANA = new Deed("p-ana", Instant.parse("2026-11-29T22:00:00Z"));
  private static final Photo UNSEEN =
      Photo.uploaded(
          "case-1",
          "child-1",
          false,
          new UploadSeal("key", Map.of()),
          new PhotoClaims("2026-04-01T10:00:00", "45.25, 19.85"),
          ANA,
          ANA.at());

  private static Map<String, Object> line(Photo photo, boolean place) {
    return UploadLines.line(
        Guarded.unstored("photo-1", 1, photo, null, List.of(), Map.of()), place);
  }

  @Test
  void theyAreToldOnceAPersonHasLooked() {
    assertThat(line(UNSEEN, true)).doesNotContainKey("claims");
    assertThat(line(UNSEEN.lookedAt(ANA), true).get("claims"))
        .isEqualTo(
            Map.of(
                "takenAt",
                "2026-04-01T10:00:00",
                "place",
                "45.25, 19.85",
                "source",
                SourceGrade.F,
                "information",
                InformationGrade.CANNOT_BE_JUDGED));
  }

  @Test
  @Proves(6)
  void oneOfATipSaysWhoSentItAndWhoTookItOverAndWhetherItsOriginalIsKept() {
    var seal = new UploadSeal("key", Map.of("1600", "large", "original", "as it came"));
    var origin = new TakenPicture.Origin("tip-1", TakenPicture.Sender.PUBLIC);
    var kept = new TakenPicture(new byte[1], origin, null, null, ANA.at());
    var copy = new TakenPicture(new byte[1], origin, null, null, null);

    Map<String, Object> line = line(Photo.ofTip("case-1", "child-1", false, seal, kept, ANA), true);

    assertThat(line)
        .containsEntry("fromTip", Map.of("tip", "tip-1", "sentBy", TakenPicture.Sender.PUBLIC))
        .containsEntry("uploaded", Map.of("by", "p-ana", "at", ANA.at().toString()))
        .containsEntry("original", "KEPT");
    assertThat(line(Photo.ofTip("case-1", "child-1", false, seal, copy, ANA), true))
        .containsEntry("original", "NOT_KEPT")
        .doesNotContainKey("originalUntil");
    assertThat(line(UNSEEN, true)).doesNotContainKey("fromTip");
  }

  @Test
  @Proves(6)
  void whoOnlyOverseesReadsNoPlace() {
    assertThat(line(UNSEEN.lookedAt(ANA), false).get("claims"))
        .isEqualTo(
            Map.of(
                "takenAt",
                "2026-04-01T10:00:00",
                "source",
                SourceGrade.F,
                "information",
                InformationGrade.CANNOT_BE_JUDGED));
  }
}
