package org.homeward.alert.node;

import java.io.IOException;
import java.util.List;
import org.homeward.face.testing.ProblemList;
import org.junit.jupiter.api.Test;

class AlertProblemTest {

  @Test
  void everyKindOfProblemIsListedForClients() throws IOException {
    ProblemList.assertListed(List.of(AlertProblem.values()));
  }
}
