package org.homeward.bridge.problems;

import java.io.IOException;
import java.util.List;
import org.homeward.face.testing.ProblemList;
import org.junit.jupiter.api.Test;

class BridgeProblemTest {

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(BridgeProblem.values()));
  }
}
