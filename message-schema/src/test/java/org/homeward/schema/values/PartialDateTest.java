package org.homeward.schema.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PartialDateTest {

  private static final PartialDate DAY = PartialDate.parse("2026-06-02");

  @Test
  void aDayIsNotInTheFutureOnceItHasBegunSomewhere() {
    assertThat(DAY.isAfter(Instant.parse("2026-06-01T09:59:59Z"))).isTrue();
    assertThat(DAY.isAfter(Instant.parse("2026-06-01T10:00:00Z"))).isFalse();
    assertThat(DAY.isAfter(Instant.parse("2026-06-01T22:30:00Z"))).as("in Belgrade").isFalse();
  }

  @Test
  void aMonthAndAYearHaveBegunWithTheirFirstDay() {
    assertThat(PartialDate.parse("2026-06").isAfter(Instant.parse("2026-05-31T10:00:00Z")))
        .isFalse();
    assertThat(PartialDate.parse("2027").isAfter(Instant.parse("2026-12-31T09:59:59Z"))).isTrue();
  }
}
