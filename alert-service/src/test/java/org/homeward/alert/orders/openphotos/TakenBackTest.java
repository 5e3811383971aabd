package org.homeward.alert.orders.openphotos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.homeward.alert.photos.PhotoSource;
import org.homeward.testkit.Proves;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

/** Intake is asked now and then, and not by each of the many who look at a page. */
class TakenBackTest {

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final Intake intake = new Intake();
  private final TakenBack takenBack = new TakenBack(intake, clock);

  private static final class Intake implements PhotoSource {
    private boolean there = true;
    private boolean away;
    private int asked;

    @Override
    public Optional<byte[]> bytes(String photo, String part) {
      throw new AssertionError("nobody loads it only to learn whether it is there");
    }

    @Override
    public boolean isThere(String photo, String part) {
      asked++;
      if (away) {
        throw new PhotoAway("away");
      }
      return there;
    }
  }

  private boolean isTakenBack() {
    return takenBack.is("photo", "public-400");
  }

  private void later() {
    clock.advance(TakenBack.EVERY);
  }

  @Test
  @Proves(4)
  void whatIntakeHasTakenBackIsNotShownFiveSecondsLater() {
    takenBack.wasThere("photo", "public-400");
    intake.there = false;
    assertThat(isTakenBack()).isFalse();

    later();

    assertThat(isTakenBack()).isTrue();
    intake.there = true;
    assertThat(isTakenBack()).as("it was asked a moment ago").isTrue();
    later();
    assertThat(isTakenBack()).isFalse();
  }

  @Test
  void manyWhoLookAskOnce() {
    for (int i = 0; i < 100; i++) {
      assertThat(isTakenBack()).isFalse();
    }
    assertThat(intake.asked).isEqualTo(1);
    assertThat(takenBack.is("another", "public-400")).isFalse();
    assertThat(intake.asked).isEqualTo(2);
  }

  @Test
  @Proves(4)
  void intakeThatDoesNotAnswerTakesNothingBackAndGivesNothingBack() {
    intake.away = true;
    assertThat(isTakenBack()).isFalse();
    intake.away = false;
    intake.there = false;
    later();
    assertThat(isTakenBack()).isTrue();

    intake.away = true;
    later();

    assertThat(isTakenBack()).isTrue();
  }
}
