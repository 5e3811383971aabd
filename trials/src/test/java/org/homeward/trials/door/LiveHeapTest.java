package org.homeward.trials.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveHeapTest {

  @Test
  void bothGenerationsCountAndNothingElse() {
    String said =
        """
        4711:
        DefNew     total 26624K, used 1200K [0x1, 0x2, 0x3)
          eden space 23680K,   5% used [0x1, 0x2, 0x3)
        Tenured    total 59092K, used 35454K [0x1, 0x2, 0x3)
          the  space 59092K,  59% used [0x1, 0x2, 0x3)
        Metaspace       used 70021K, committed 70848K, reserved 1114112K
          class space    used 9005K, committed 9344K, reserved 1048576K
        """;

    assertThat(LiveHeap.used(said)).isEqualTo(1200 + 35454);
  }
}
