package org.homeward.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.facts.Says;
import org.homeward.schema.sightings.GradedSighting;
import org.homeward.schema.sightings.InformationGrade;
import org.homeward.schema.sightings.SourceGrade;
import org.homeward.schema.snapshots.HandedSighting;
import org.homeward.schema.values.Code;
import org.homeward.schema.values.Text;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class HeardTest {

  private static final Instant NOW = Instant.parse("2026-03-01T22:15:00Z");

  @Test
  void theTimelineKeepsTheLastHundredOfEachSubject() {
    List<HandedSighting> seen = new ArrayList<>();
    Heard heard = Heard.NOTHING;
    for (int n = 1; n <= 130; n++) {
      seen.add(new HandedSighting("s" + n, NOW.plusSeconds(n), Says.EMPTY, null));
      var line = new Happening(n, "handover.sighted.v1", NOW.plusSeconds(n), "p");
      heard = heard.and(Heard.told(n, Set.of(), List.of(line), seen, Map.of()));
    }
    assertThat(heard.happenings()).hasSize(100);
    assertThat(heard.happenings().getFirst().n()).isEqualTo(31);
    assertThat(heard.sightings()).hasSize(100);
    assertThat(heard.sightings().getFirst().id()).isEqualTo("s31");
  }

  /** One that is forgotten would become a tip anew, also after people have erased it. */
  @Test
  @Proves(2)
  void everySightingThatTheBridgeTakesOfOneHandoverIsKept() {
    Heard heard = Heard.NOTHING;
    for (int n = 1; n <= HandedSighting.MOST; n++) {
      heard = heard.and(heard(n, new HandedSighting("s" + n, NOW, Says.EMPTY, null)));
    }

    assertThat(heard.sightings()).hasSize(HandedSighting.MOST);
    assertThat(Heard.KEPT).isGreaterThanOrEqualTo(HandedSighting.MOST);
  }

  /** An event that was too large tells ids alone. */
  @Test
  void whatAPartnersPersonGradedIsKeptWhateverComesWithoutIt() {
    var seen =
        new GradedSighting(
            null,
            null,
            null,
            null,
            null,
            new Text("el", "a boy in a van"),
            Code.of(SourceGrade.B),
            Code.of(InformationGrade.PROBABLE));
    var whole = new HandedSighting("s1", NOW, Says.EMPTY, seen);
    Heard cut = heard(1, whole.withoutFacts());

    assertThat(heard(1, whole).and(heard(2, whole.withoutFacts())).sightings())
        .containsExactly(whole);
    assertThat(cut.and(heard(2, whole)).sightings()).containsExactly(whole);
    HandedSighting gone = whole.forgotten();
    assertThat(heard(1, whole).and(heard(2, gone)).sightings()).containsExactly(gone);
    assertThat(heard(2, gone).and(heard(1, whole)).sightings()).containsExactly(gone);
    assertThat(heard(2, gone).and(heard(3, cut.sightings().getFirst())).sightings())
        .containsExactly(gone);
  }

  private static Heard heard(long version, HandedSighting seen) {
    return Heard.told(version, Set.of(), List.of(), List.of(seen), Map.of());
  }
}
