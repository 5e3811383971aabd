package org.homeward.frame.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.durable.store.StoreFailure;
import org.junit.jupiter.api.Test;

class OpeningTest {

  @Test
  void startWaitsUntilStoreAndBrokerAnswer() {
    var first = new AtomicInteger();
    var second = new AtomicInteger();
    var opening =
        new Opening(
            Duration.ofMinutes(1),
            List.of(
                () -> {
                  if (first.incrementAndGet() == 1) {
                    throw new MongoTimeoutException("away");
                  }
                },
                () -> {
                  if (second.incrementAndGet() == 1) {
                    throw new IllegalStateException("the broker does not answer");
                  }
                }));

    opening.start();

    assertThat(opening.isRunning()).isTrue();
    assertThat(first).as("all parts again").hasValue(3);
    assertThat(second).hasValue(2);
  }

  @Test
  void nothingIsTouchedAfterAPartThatRefuses() {
    var touched = new AtomicInteger();
    var opening =
        new Opening(
            Duration.ofMinutes(1),
            List.of(
                () -> {
                  throw new NullPointerException();
                },
                touched::incrementAndGet));

    assertThatThrownBy(opening::start).isInstanceOf(NullPointerException.class);
    assertThat(touched).hasValue(0);
  }

  @Test
  void patienceEndsWithASentenceThatNamesWhatIsMissing() {
    var opening =
        new Opening(
            Duration.ZERO,
            List.of(
                () -> {
                  throw new MongoTimeoutException("away");
                }));

    assertThatThrownBy(opening::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("HOMEWARD_STORE_URI");
    assertThat(opening.isRunning()).isFalse();
  }

  @Test
  void aReleaseThatIsTooOldForTheDatabaseSaysSoAndDoesNotWait() {
    var opening =
        new Opening(
            Duration.ofMinutes(1),
            List.of(
                () -> {
                  throw new StoreFailure.NewerSchema("cases", 3, 2);
                }));

    assertThatThrownBy(opening::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("Run that release, or see docs/operations.md");
  }
}
