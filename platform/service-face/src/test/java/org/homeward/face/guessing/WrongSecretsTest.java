package org.homeward.face.guessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WrongSecretsTest {

  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final AtomicLong now = new AtomicLong(1);
  private final WrongSecrets wrong =
      new WrongSecrets(
          new GuessSettings(3, LONGEST, LONGEST, Duration.ofMinutes(15), false, 4),
          LONGEST,
          now::get);

  @Test
  void theFirstOnesCostNothing() {
    guess("ana", 2);

    assertThat(wrong.pause("ana")).isZero();
  }

  @Test
  void eachFurtherOneDoublesThePauseUpToTheLongest() {
    guess("ana", 3);
    assertThat(wrong.pause("ana")).isEqualTo(Duration.ofMillis(100));
    guess("ana", 2);
    assertThat(wrong.pause("ana")).isEqualTo(Duration.ofMillis(400));
    guess("ana", 1_000_000);
    assertThat(wrong.pause("ana")).isEqualTo(LONGEST);
  }

  @Test
  void othersDoNotPayForIt() {
    guess("ana", 10);

    assertThat(wrong.pause("marko")).isZero();
    assertThat(wrong.braked()).isEqualTo(1);
  }

  @Test
  void theyAreForgottenSomeTimeAfterTheLast() {
    guess("ana", 10);
    now.addAndGet(Duration.ofMinutes(14).toNanos());
    guess("ana", 1);
    now.addAndGet(Duration.ofMinutes(14).toNanos());
    assertThat(wrong.pause("ana")).isPositive();

    now.addAndGet(Duration.ofMinutes(2).toNanos());

    assertThat(wrong.pause("ana")).isZero();
    assertThat(wrong.braked()).isZero();
  }

  @Test
  void whoeverTriesAnyNumberOfLoginsFillsNoMemory() {
    for (int i = 0; i < 20_000; i++) {
      guess("login-" + i, 4);
    }

    assertThat(wrong.pause("login-1")).isZero();
    assertThat(wrong.pause("login-19999")).isPositive();
    assertThat(wrong.braked()).isEqualTo(10_000);
  }

  @Test
  void whatIsForgottenTakesNoMemoryThoughNobodyAsksForItAgain() {
    for (int i = 0; i < 100; i++) {
      guess("login-" + i, 4);
    }
    now.addAndGet(Duration.ofMinutes(16).toNanos());

    guess("ana", 1);

    assertThat(wrong.remembered()).isEqualTo(1);
  }

  @Test
  void whatHasNoNameHasNoTally() {
    guess("", 100);

    assertThat(wrong.pause("")).isZero();
  }

  private void guess(String who, int times) {
    for (int i = 0; i < times; i++) {
      wrong.wrong(who);
    }
  }
}
