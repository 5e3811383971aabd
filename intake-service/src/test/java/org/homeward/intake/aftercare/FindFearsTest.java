package org.homeward.intake.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.homeward.intake.episodes.EpisodeOf;
import org.homeward.intake.episodes.LinkedEpisodes;
import org.homeward.schema.facts.Feared;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class FindFearsTest {

  private static final LinkedEpisodes LINKED =
      start ->
          new LinkedEpisodes.Linked(
              start.caseId().equals("a") ? Set.of(new EpisodeOf("b", "c2")) : Set.of(), Set.of());

  @Test
  @Proves(6)
  void whatAChildSaidInAnotherEpisodeCounts() {
    Aftercare heard =
        Aftercare.EMPTY.hearing(
            AftercareSamples.heard(
                Hearing.Wish.FEARS,
                Set.of(Feared.CAREGIVER),
                AftercareSamples.met(Meeting.Who.STAFF, true)));
    var find =
        new FindFears(
            ids -> List.of(),
            LINKED,
            id -> id.equals("b") ? heard : Aftercare.EMPTY,
            id ->
                new Interviewed.Spoken(
                    false, 1, id.equals("b") ? Set.of(Feared.INSTITUTION) : Set.of()));

    assertThat(find.of("a", "c1"))
        .containsExactlyInAnyOrder(Feared.CAREGIVER, Feared.INSTITUTION, Feared.OTHER);
    assertThat(find.of("c", "c1")).isEmpty();
  }
}
