package org.homeward.face.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;

class SilencedTest {

  @Test
  void aStackTellsClassesAndPlacesAndNoTexts() {
    var failure = new IllegalStateException("Milica", new IOException("064 123 456"));

    assertThat(Silenced.stack(failure))
        .contains("java.lang.IllegalStateException", "caused by java.io.IOException")
        .contains("SilencedTest.aStackTellsClassesAndPlacesAndNoTexts(SilencedTest.java:")
        .doesNotContain("Milica", "064");
  }

  @Test
  void aCircleOfCausesEnds() {
    var first = new IllegalStateException();
    var second = new IllegalStateException(first);
    first.initCause(second);

    assertThat(Silenced.stack(first).lines().filter(line -> line.startsWith("caused"))).hasSize(4);
  }

  @Proves(8)
  @Test
  void structuredLinesHaveTheFramesAndNotTheMessages() {
    String printed =
        new SilentStackTraces()
            .printStackTraceToString(
                new IllegalStateException("Milica", new IllegalArgumentException("Petrovic")));

    assertThat(printed)
        .contains("IllegalStateException")
        .contains("SilencedTest")
        .doesNotContain("Milica")
        .doesNotContain("Petrovic");
  }
}
