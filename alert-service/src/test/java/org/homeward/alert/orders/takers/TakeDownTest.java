package org.homeward.alert.orders.takers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
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

  private final PosterTaker.Known taker = taker(Set.of());

  static PosterTaker.Known taker(Set<String> withdrawn) {
    return new PosterTaker.Known(
        PreviewSamples.ALERT,
        PreviewSamples.CASE,
        false,
        "K7QX-2MRDU",
        withdrawn,
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
    assertThat(TakeDown.why(taker, AlertSamples.active())).isEmpty();
    assertThat(TakeDown.why(taker, OVER)).contains(Why.OVER);
    assertThat(TakeDown.why(taker, STONE)).contains(Why.OVER);
    assertThat(TakeDown.why(taker, null)).contains(Why.OVER);
  }

  @Test
  @Proves(7)
  void paperWithAChildWhoWasTakenOutComesDown() {
    Alert less = AlertSamples.activeWithoutTheBoy();

    assertThat(TakeDown.why(taker, less)).contains(Why.CHILD_WITHDRAWN);
    assertThat(TakeDown.why(taker(Set.of(PreviewSamples.BOY)), less)).isEmpty();
  }

  @Test
  void whoSaysThatNoneHangsIsNotCalledAgain() {
    PosterTaker.Known promised = called(called(taker, Outcome.NOT_REACHED), Outcome.PROMISED);

    assertThat(TakeDown.why(promised, OVER)).contains(Why.OVER);
    assertThat(TakeDown.why(called(promised, Outcome.TAKEN_DOWN), OVER)).isEmpty();
  }

  @Test
  void endIsThatOfTheAlertAsItIsKnownNow() {
    assertThat(TakeDown.until(NOW, AlertSamples.active())).isEqualTo(PreviewSamples.UNTIL);
    assertThat(TakeDown.until(NOW, STONE)).isEqualTo(NOW);
    assertThat(TakeDown.isOver(AlertSamples.active())).isFalse();
    assertThat(TakeDown.isOver(OVER)).isTrue();
  }

  @Test
  @Proves(8)
  void nothingPrintsAContact() {
    assertThat(taker.toString() + taker.contact()).doesNotContain("Vesna", "Market", "381");
  }
}
