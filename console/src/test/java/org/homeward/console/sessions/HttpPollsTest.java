package org.homeward.console.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HttpPollsTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /tasks/list, true, true",
    "GET, /alerts/893c3a1e-1c0e-4ef1-93e1-d352a11e274f/progress, true, true",
    "GET, /live, false, true",
    "GET, /tasks, false, false",
    "POST, /intake/drafts, true, false"
  })
  void whatAPageAsksByItselfIsNoUse(String method, String path, boolean script, boolean poll)
      throws Exception {
    var request = new MockHttpServletRequest(method, path);
    if (script) {
      request.addHeader("HX-Request", "true");
    }
    var isOne = new AtomicBoolean();

    new HttpPolls()
        .doFilter(request, new MockHttpServletResponse(), (_, _) -> isOne.set(HttpPolls.isOne()));

    assertThat(isOne.get()).isEqualTo(poll);
  }
}
