package org.homeward.intake.referrals;

import java.io.IOException;
import java.util.List;
import org.homeward.face.testing.ProblemList;
import org.junit.jupiter.api.Test;

class ReferralProblemTest {

  @Test
  void theDocumentListsThem() throws IOException {
    ProblemList.assertListed(List.of(ReferralProblem.values()));
  }
}
