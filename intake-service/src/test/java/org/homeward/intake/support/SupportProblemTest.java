package org.homeward.intake.support;

import java.io.IOException;
import java.util.List;
import org.homeward.face.testing.ProblemList;
import org.junit.jupiter.api.Test;

class SupportProblemTest {

  @Test
  void theDocumentListsThem() throws IOException {
    ProblemList.assertListed(List.of(SupportProblem.values()));
  }
}
