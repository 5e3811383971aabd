package org.homeward.intake.carefiles;

import java.io.IOException;
import java.util.List;
import org.homeward.face.testing.ProblemList;
import org.junit.jupiter.api.Test;

class CareFileProblemTest {

  @Test
  void theDocumentListsThem() throws IOException {
    ProblemList.assertListed(List.of(CareFileProblem.values()));
  }
}
