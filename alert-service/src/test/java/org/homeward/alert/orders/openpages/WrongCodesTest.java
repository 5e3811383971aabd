package org.homeward.alert.orders.openpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.homeward.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class WrongCodesTest {

  private final SettableClock clock = SettableClock.at("2026-03-01T12:00:00Z");
  private final WrongCodes wrong = new WrongCodes(clock);

  private void asks(String client, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(wrong.isOneOfFew(client)).isTrue();
    }
  }

  @Test
  void eleventhWithinAnHourIsOneTooMany() {
    asks("a", WrongCodes.MOST);

    assertThat(wrong.isOneOfFew("a")).isFalse();
    assertThat(wrong.isOneOfFew("b")).isTrue();
  }

  @Test
  void whoeverOnlyLooksIsNotCounted() {
    asks("a", WrongCodes.MOST - 1);
    assertThat(wrong.hasFew("a")).isTrue();
    assertThat(wrong.hasFew("a")).isTrue();
    asks("a", 1);

    assertThat(wrong.hasFew("a")).isFalse();
    assertThat(wrong.hasFew("b")).isTrue();
    assertThat(wrong.hasFew("")).isTrue();
  }

  @Test
  void anHourAfterItsFirstAClientBeginsAnew() {
    asks("a", WrongCodes.MOST);
    clock.advance(Duration.ofMinutes(59));
    assertThat(wrong.isOneOfFew("a")).isFalse();

    clock.advance(Duration.ofMinutes(1));

    asks("a", WrongCodes.MOST);
  }

  @Test
  void clientsThatNobodyKnowsAreNotCountedAsOne() {
    asks("", WrongCodes.MOST * 3);
  }

  @Test
  void hoursOfManyClientsEndEachByItself() {
    asks("a", WrongCodes.MOST);
    clock.advance(Duration.ofMinutes(30));
    asks("b", WrongCodes.MOST);
    clock.advance(Duration.ofMinutes(30));

    assertThat(wrong.isOneOfFew("a")).isTrue();
    assertThat(wrong.isOneOfFew("b")).isFalse();
  }
}
