package org.homeward.alert.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpeningTest {

  @Test
  void startWaitsUntilStoreAndBrokerAnswer() {
    var attempts = new AtomicInteger();
    var opening =
        new Opening(
            Duration.ofMinutes(1),
            () -> {
              switch (attempts.incrementAndGet()) {
                case 1 -> throw new MongoTimeoutException("away");
                case 2 -> throw new IllegalStateException("the broker does not answer");
                default -> {}
              }
            });

    opening.start();

    assertThat(opening.isRunning()).isTrue();
    assertThat(attempts).hasValue(3);
  }

  @Test
  void patienceEndsWithASentenceThatNamesWhatIsMissing() {
    var opening =
        new Opening(
            Duration.ZERO,
            () -> {
              throw new MongoTimeoutException("away");
            });

    assertThatThrownBy(opening::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("HOMEWARD_STORE_URI");
    assertThat(opening.isRunning()).isFalse();
  }

  @Test
  void bugIsNotWaitedFor() {
    var opening =
        new Opening(
            Duration.ofMinutes(1),
            () -> {
              throw new NullPointerException();
            });

    assertThatThrownBy(opening::start).isInstanceOf(NullPointerException.class);
  }
}
