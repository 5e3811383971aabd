package org.homeward.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {

  /** Twenty seconds when a mutant is judged. */
  @Test
  void whoeverRunsTheTestsHasMorePatienceThanTenSeconds() {
    var left = new AtomicLong();

    await()
        .conditionEvaluationListener(seen -> left.set(seen.getRemainingTimeInMS()))
        .until(() -> true);

    assertThat(left.get()).isGreaterThan(15_000);
  }
}
