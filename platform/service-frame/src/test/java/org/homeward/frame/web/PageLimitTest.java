package org.homeward.frame.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.homeward.face.problem.ProblemException;
import org.homeward.face.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLimitTest {

  @Test
  void oneToTwoHundredAreTaken() {
    assertThat(PageLimit.of("1")).isEqualTo(1);
    assertThat(PageLimit.of("200")).isEqualTo(200);
    assertThat(PageLimit.of(PageLimit.DEFAULT)).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "201", "-5", "ten", "1e2", "1.0", " 7", "٧", "9999999999"})
  void anythingElseIsRefusedInOneWay(String text) {
    var refusal = catchThrowableOfType(ProblemException.class, () -> PageLimit.of(text));
    assertThat(refusal.problem().kind().status()).isEqualTo(422);
    assertThat(refusal.problem().errors()).containsExactly(new Violation("/limit", "out-of-range"));
  }
}
