package org.homeward.bridge.messages;

import java.io.IOException;
import java.util.stream.Stream;
import org.homeward.face.testing.ProblemList;
import org.homeward.schema.bridge.TransportRefusal;
import org.junit.jupiter.api.Test;

class TransportProblemTest {

  @Test
  void everyKindOfProblemIsListedForPartners() throws IOException {
    ProblemList.assertListed(
        Stream.of(TransportRefusal.values()).map(TransportProblem::new).toList());
  }
}
