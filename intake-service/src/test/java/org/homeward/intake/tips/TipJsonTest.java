package org.homeward.intake.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.homeward.durable.document.Guarded;
import org.homeward.intake.photos.bytes.UploadPart;
import org.homeward.intake.photos.bytes.UploadSeal;
import org.homeward.schema.facts.Channel;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class TipJsonTest {

  private static final Instant AT = Instant.parse("2026-03-01T22:15:00Z");
  private static final String PLACE = "45.25, 19.84";

  private final TipJson json = new TipJson(Duration.ofDays(90));

  private static Tip looked() {
    var words =
        new TipWords(
            "A boy at the station", null, null, null, null, null, null, null, null, null, null);
    var seal = new UploadSeal("key", Map.of(UploadPart.LARGE.text(), "digest"));
    TipPicture picture = TipPicture.received(seal, false, null, PLACE, AT);
    return Tip.received(false, Channel.WEB, words, null, AT)
        .pictured(picture.lookedAt(new TipPicture.Deed("p-1", AT, null)));
  }

  @Test
  @Proves(6)
  void whereAStrangersPictureWasTakenIsForTheTeamAndInNoList() {
    var stored = Guarded.<KeptTip>unstored("t", 1, looked(), null, List.of(), Map.of());

    assertThat(json.whole("t", 1, looked(), true).get("picture"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("takenIn", PLACE)
        .containsEntry("source", SourceGrade.F)
        .containsEntry("information", InformationGrade.CANNOT_BE_JUDGED);
    assertThat(json.whole("t", 1, looked(), false).toString()).doesNotContain(PLACE);
    assertThat(json.lines(List.of(stored)).toString()).doesNotContain(PLACE).contains("SEEN");
  }
}
