package org.homeward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsTest {

  @Test
  void whatCountsIsTheMiddleOne() {
    var runs = new Runs();
    assertThat(runs.median()).isZero();
    runs.add(30);
    runs.add(10);
    assertThat(runs.median()).isEqualTo(10);
    runs.add(20);
    assertThat(runs.median()).isEqualTo(20);
  }
}
