package org.homeward.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.testkit.InvariantScan;
import org.junit.jupiter.api.Test;

/** Over the whole repository: what upholds an invariant is proved, and what is proved is upheld. */
class InvariantsTest {

  @Test
  void eachInvariantThatIsUpheldIsProved() {
    var scan = InvariantScan.of(ProjectFiles.root());

    assertThat(scan.upheld()).isNotEmpty();
    assertThat(scan.complaints()).isEmpty();
  }
}
