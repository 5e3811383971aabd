package org.homeward.face.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class TraceTest {

  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String STEP = "00f067aa0ba902b7";

  @Test
  void aWellFormedHeaderIsTakenAndGoesOnOneStepFurther() {
    Trace trace = Trace.following("00-" + ID + "-" + STEP + "-01");

    assertThat(trace.id()).isEqualTo(ID);
    assertThat(trace.parent()).isNotEqualTo(STEP).matches("[0-9a-f]{16}");
    assertThat(trace.header()).isEqualTo("00-" + ID + "-" + trace.parent() + "-00");
  }

  @Proves(8)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Milica-Petrovic",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-Milica",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-Milica-Petrovic-01"
      })
  void anythingElseIsNotTaken(String header) {
    assertThat(Trace.parse(header)).isEmpty();
    assertThat(Trace.following(header).header()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
  }

  @Test
  void logLinesBelongToTheInnermostTrace() {
    Trace outer = Trace.fresh();
    Trace inner = Trace.fresh();

    try (var _ = outer.open()) {
      try (var _ = inner.open()) {
        assertThat(Trace.current()).contains(inner);
        assertThat(MDC.get(Trace.LOG_KEY)).isEqualTo(inner.id());
      }
      assertThat(Trace.current()).contains(outer);
      assertThat(MDC.get(Trace.LOG_KEY)).isEqualTo(outer.id());
    }

    assertThat(Trace.current()).isEmpty();
    assertThat(MDC.get(Trace.LOG_KEY)).isNull();
  }
}
