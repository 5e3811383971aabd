package org.homeward.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LiveControllerTest {

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private String streamed(AnsweringApi node, SignedIn person)
      throws IOException, InterruptedException {
    var live =
        new LiveController(
            node.api(person.tokens()), person.tokens(), new SharedWaits(), () -> false);
    live.stream("cases.abcd1234.1", "", new MockHttpServletRequest(), response);
    return response.getContentAsString();
  }

  @Test
  @Proves(6)
  void aSessionThatWasEndedElsewhereHearsNothingMore() throws Exception {
    String page =
        "{\"changes\":[{\"type\":\"case\",\"id\":\"a\",\"version\":1}],\"next\":\"abcd1234.2\"}";
    try (var node = new AnsweringApi();
        var ana = new SignedIn("p-1001")) { // its session is in no store
      assertThat(streamed(node.then(200, "", page), ana)).doesNotContain("change", "abcd1234.2");
    }
  }

  @Test
  @Proves(6)
  void aTokenThatTheApiRefusesEndsTheStream() throws Exception {
    try (var node = new AnsweringApi();
        var ana = new SignedIn("p-1001")) {
      assertThat(streamed(node.thenProblem(401, "unauthenticated"), ana))
          .isEqualTo("retry: 1000\n\n");
    }
  }
}
