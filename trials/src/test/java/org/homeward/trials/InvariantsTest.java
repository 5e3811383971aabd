package org.homeward.trials;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.testkit.InvariantScan;
import org.junit.jupiter.api.Test;

/** Over the whole repository: what upholds an invariant is proved, and what is proved is upheld. */
class InvariantsTest {

  @Test
  void eachInvariantThatIsUpheldIsProved() {
    var scan = InvariantScan.of(ProjectFiles.root());

    assertThat(scan.complaints()).isEmpty();
    assertThat(scan.upheld()).containsOnlyKeys(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }
}
