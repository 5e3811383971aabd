package org.homeward.alert.orders.takers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertSamples;
import org.homeward.alert.orders.preview.PreviewSamples;
import org.homeward.alert.orders.takers.PosterTaker.Call;
import org.homeward.alert.orders.takers.PosterTaker.Outcome;
import org.homeward.alert.orders.takers.TakeDown.Why;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class TakeDownTest {

  private static final Instant NOW = PreviewSamples.NOW;
  private static final Alert STONE =
      new Alert.Erased(PreviewSamples.CASE, "rs", false, YearMonth.of(2026, 3));

  private static final Alert OVER = AlertSamples.over(AlertSamples.active());

  private final PosterTaker.Known taker = taker(1, Set.of(), Set.of());

  static PosterTaker.Known taker(int edition, Set<String> withdrawn, Set<String> photos) {
    return new PosterTaker.Known(
        PreviewSamples.ALERT,
        PreviewSamples.CASE,
        false,
        "K7QX-2MRDU",
        edition,
        withdrawn,
        photos,
        new PosterTaker.Contact("Vesna", null, new PhoneNumber("+381601234567")),
        20,
        "Market",
        "person-ana",
        NOW,
        NOW.plus(Duration.ofHours(3)),
        List.of());
  }

  private static PosterTaker.Known called(PosterTaker.Known taker, Outcome outcome) {
    return taker.called(new Call(NOW, "person-ana", outcome));
  }

  @Test
  @Proves(7)
  void paperOfAnAlertThatIsOverComesDown() {
    assertThat(TakeDown.why(taker, AlertSamples.active(), Set.of())).isEmpty();
    assertThat(TakeDown.why(taker, OVER, Set.of())).contains(Why.OVER);
    assertThat(TakeDown.why(taker, STONE, Set.of())).contains(Why.OVER);
    assertThat(TakeDown.why(taker, null, Set.of())).contains(Why.OVER);
  }

  @Test
  @Proves(7)
  void paperWithAChildWhoWasTakenOutComesDown() {
    Alert less = AlertSamples.activeWithoutTheBoy();

    assertThat(TakeDown.why(taker, less, Set.of())).contains(Why.CHILD_WITHDRAWN);
    assertThat(TakeDown.why(taker(2, Set.of(PreviewSamples.BOY), Set.of()), less, Set.of()))
        .isEmpty();
  }

  @Test
  @Proves(7)
  void paperWithOldWordsOrAPictureThatWasTakenBackComesDown() {
    Alert second = AlertSamples.going(2, 30, false);

    assertThat(TakeDown.why(taker, second, Set.of())).contains(Why.OUTDATED);
    assertThat(TakeDown.why(taker(2, Set.of(), Set.of()), second, Set.of())).isEmpty();
    PosterTaker.Known withFace = taker(1, Set.of(), Set.of("photo"));
    assertThat(TakeDown.why(withFace, AlertSamples.active(), Set.of("photo", "other"))).isEmpty();
    assertThat(TakeDown.why(withFace, AlertSamples.active(), Set.of("other")))
        .contains(Why.OUTDATED);
  }

  @Test
  @Proves(7)
  void paperOfWhichNobodySaysThatItIsNewCountsAsOld() {
    Alert less = AlertSamples.activeWithoutTheBoy();
    Instant since = NOW.plusSeconds(60);

    assertThat(TakeDown.Paper.of(less, null, Map.of()).withdrawn()).isEmpty();
    assertThat(TakeDown.Paper.of(less, since.minusSeconds(1), Map.of()).withdrawn()).isEmpty();
    assertThat(TakeDown.Paper.of(less, since, Map.of()).withdrawn())
        .containsExactly(PreviewSamples.BOY);
    assertThat(TakeDown.Paper.of(less, since, Map.of()).edition()).isEqualTo(2);
    assertThat(TakeDown.Paper.of(AlertSamples.going(2, 30, false), null, Map.of()).edition())
        .isEqualTo(1);
    assertThat(TakeDown.Paper.of(AlertSamples.active(), null, Map.of()).edition()).isEqualTo(1);
  }

  @Test
  @Proves(7)
  void paperThatWasPrintedSinceAPictureWasTakenBackIsWithoutIt() {
    Alert alert = AlertSamples.withPhoto("photo");
    Map<String, Instant> gone = Map.of("photo", NOW);

    assertThat(TakeDown.Paper.of(alert, NOW, Map.of()).photos()).containsExactly("photo");
    assertThat(TakeDown.Paper.of(alert, null, gone).photos()).containsExactly("photo");
    assertThat(TakeDown.Paper.of(alert, NOW.minusSeconds(1), gone).photos())
        .containsExactly("photo");
    assertThat(TakeDown.Paper.of(alert, NOW, gone).photos()).isEmpty();
  }

  @Test
  @Proves(8)
  void takerOfAnErasedAlertIsNotKeptUntilTheEndThatWasPlanned() {
    Instant planned = NOW.plus(Duration.ofDays(20));

    assertThat(TakeDown.until(planned, STONE, NOW)).isEqualTo(NOW);
    assertThat(TakeDown.until(planned, null, NOW)).isEqualTo(NOW);
    assertThat(ForgetTaker.firstLook(planned, NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void whoSaysThatNoneHangsIsNotCalledAgain() {
    PosterTaker.Known promised = called(called(taker, Outcome.NOT_REACHED), Outcome.PROMISED);

    assertThat(TakeDown.why(promised, OVER, Set.of())).contains(Why.OVER);
    assertThat(TakeDown.why(called(promised, Outcome.TAKEN_DOWN), OVER, Set.of())).isEmpty();
  }

  @Test
  void endIsThatOfTheAlertAsItIsKnownNow() {
    assertThat(TakeDown.until(NOW, AlertSamples.active(), NOW)).isEqualTo(PreviewSamples.UNTIL);
    assertThat(TakeDown.until(NOW, STONE, NOW.plusSeconds(9))).isEqualTo(NOW);
    assertThat(TakeDown.isOver(AlertSamples.active())).isFalse();
    assertThat(TakeDown.isOver(OVER)).isTrue();
  }

  @Test
  @Proves(8)
  void nothingPrintsAContact() {
    assertThat(taker.toString() + taker.contact()).doesNotContain("Vesna", "Market", "381");
  }
}
