package org.homeward.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.durable.document.StoreFailure;
import org.homeward.frame.store.StoreRoom;
import org.junit.jupiter.api.Test;

class CaseProblemsTest {

  @Test
  void aFullStoreAndAFullCaseAreDifferentRefusals() {
    var problems = new CaseProblems();

    assertThat(problems.map(new StoreRoom.Full()).orElseThrow().kind().status()).isEqualTo(507);
    assertThat(problems.map(new StoreFailure.TooLarge()).orElseThrow().kind().status())
        .isEqualTo(409);
  }
}
