package org.homeward.intake.rulings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.schema.facts.CaseKind;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

/** What a case is about, and how long a case at risk stands. */
class KindRulingTest {

  private static final Instant OPENED = Instant.parse("2027-03-01T22:15:00Z");
  private static final Instant END = Instant.parse("2028-03-01T22:15:00Z");

  private final KindRuling atRisk = KindRuling.opened(CaseKind.AT_RISK, OPENED);

  @Test
  void onlyACaseAtRiskHasAnEnd() {
    assertThat(atRisk.until()).as("a leap year counts").isEqualTo(END);
    for (CaseKind kind : List.of(CaseKind.MISSING, CaseKind.UNIDENTIFIED)) {
      assertThat(KindRuling.opened(kind, OPENED).until()).isNull();
      assertThat(KindRuling.opened(kind, OPENED).ringsAt()).isEmpty();
    }
    assertThatThrownBy(() -> new KindRuling(CaseKind.AT_RISK, null, null, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new KindRuling(CaseKind.MISSING, END, null, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Proves(11)
  void itRingsBeforeItsEndAndEachWeekUntilSomebodyRenewsIt() {
    Instant before = END.minus(Duration.ofDays(30));
    assertThat(atRisk.ringsAt()).contains(before);
    assertThat(atRisk.asksSince()).isEmpty();

    KindRuling rung = atRisk.rung(before.plusSeconds(5));
    assertThat(rung.asksSince()).contains(before);
    assertThat(rung.ringsAt()).contains(before.plusSeconds(5).plus(Duration.ofDays(7)));
    Instant late = END.plus(Duration.ofDays(3));
    assertThat(rung.rung(late).ringsAt())
        .as("past its end too")
        .contains(late.plus(Duration.ofDays(7)));

    KindRuling renewed = rung.renewed("person-ana", late, "he has said it again");
    assertThat(renewed.until()).isEqualTo(Instant.parse("2029-03-04T22:15:00Z"));
    assertThat(renewed.asksSince()).isEmpty();
    assertThat(renewed.ringsAt()).contains(renewed.until().minus(Duration.ofDays(30)));
  }

  @Test
  void aSearchThatWasACaseAtRiskKeepsWhoSaidItAndHasNoEnd() {
    KindRuling search =
        atRisk
            .renewed("person-ana", END, "again")
            .missing("person-marko", END.plusSeconds(60), null);

    assertThat(search.is(CaseKind.MISSING)).isTrue();
    assertThat(search.until()).isNull();
    assertThat(search.ringsAt()).isEmpty();
    assertThat(search.missingSince()).contains(END.plusSeconds(60));
    assertThat(search.turns())
        .extracting(KindRuling.Turn::by)
        .containsExactly("person-ana", "person-marko");
    assertThat(atRisk.missingSince()).isEmpty();
  }

  @Test
  void renewalsAreNotKeptForEver() {
    KindRuling now = atRisk;
    for (int i = 0; i < 30; i++) {
      now = now.renewed("person-ana", OPENED.plus(Duration.ofDays(i)), "again");
    }
    assertThat(now.turns()).hasSize(20);
    assertThat(now.turns().getLast().at()).isEqualTo(OPENED.plus(Duration.ofDays(29)));
  }
}
