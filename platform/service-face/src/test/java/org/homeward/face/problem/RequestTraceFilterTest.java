package org.homeward.face.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.face.trace.Trace;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestTraceFilterTest {

  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/x");

  @Test
  void whoForwardsSeesTheTraceOneStepFurther() throws IOException, ServletException {
    request.addHeader("TraceParent", "00-" + ID + "-00f067aa0ba902b7-01");

    HttpServletRequest seen = seen();

    assertThat(seen.getHeader("traceparent")).startsWith("00-" + ID).doesNotContain("00f067aa");
    assertThat(Collections.list(seen.getHeaders("traceparent"))).hasSize(1);
    assertThat(Trace.current()).isEmpty();
  }

  @Proves(8)
  @Test
  void whatElseCallersWriteAboutTracesGoesNoFurther() throws IOException, ServletException {
    request.addHeader("tracestate", "vendor=Milica");
    request.addHeader("Baggage", "child=Milica");

    HttpServletRequest seen = seen();

    assertThat(Collections.list(seen.getHeaderNames()))
        .containsExactlyInAnyOrder("x-request-id", "traceparent");
    for (String name : List.of("tracestate", "baggage", "BAGGAGE")) {
      assertThat(seen.getHeader(name)).isNull();
      assertThat(seen.getHeaders(name).hasMoreElements()).isFalse();
    }
  }

  private HttpServletRequest seen() throws IOException, ServletException {
    var seen = new AtomicReference<HttpServletRequest>();
    new RequestTraceFilter(new Translation(List.of()))
        .doFilter(
            request,
            new MockHttpServletResponse(),
            (forwarded, _) -> seen.set((HttpServletRequest) forwarded));
    return seen.get();
  }
}
