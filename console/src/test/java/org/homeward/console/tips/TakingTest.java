package org.homeward.console.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** A tip that somebody of the team writes down leads to its page, where it is graded and tied. */
class TakingTest {

  private static final String TIP = "0b34f7f6-2a43-4b1d-9c3c-1f5a4f0f8e11";

  private final SignedIn ana = new SignedIn("p-1001");
  private AnsweringApi node;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  @Test
  void itsPageIsNext() {
    var rendered = new RenderedPages();
    var tips =
        new TipsController(node.api(ana.tokens()), rendered.pages(), "rs", Clock.systemUTC());
    node.then(201, "\"1\"", "{\"tip\":\"" + TIP + "\",\"standing\":\"WAITING\"}");

    var answer =
        tips.take(
            new MockHttpServletRequest("POST", "/tips/new"),
            Map.of("key", "key-of-form", "text", "a boy"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/tips/" + TIP + "?done=taken");
  }

  @Test
  void aPointThatWasChosenIsPutOnTheMapAtOnce() {
    var tips =
        new TipsController(
            node.api(ana.tokens()), new RenderedPages().pages(), "rs", Clock.systemUTC());
    node.then(201, "\"1\"", "{\"tip\":\"" + TIP + "\",\"standing\":\"WAITING\"}");
    node.then(200, "\"2\"", "{\"tip\":\"" + TIP + "\",\"standing\":\"WAITING\"}");

    tips.take(
        new MockHttpServletRequest("POST", "/tips/new"),
        Map.of("key", "k", "text", "a boy", "point", "45.2517, 19.8369", "withinMetres", "500"));

    assertThat(node.asked().getLast().what()).isEqualTo("POST /api/v1/tips/" + TIP + "/locate");
    assertThat(node.asked().getLast().body())
        .contains("\"latitude\":45.2517", "\"longitude\":19.8369", "\"withinMetres\":500");
  }

  @Test
  void aPointThatIsNoneStoresNothing() {
    var tips =
        new TipsController(
            node.api(ana.tokens()), new RenderedPages().pages(), "rs", Clock.systemUTC());

    var answer =
        tips.take(
            new MockHttpServletRequest("POST", "/tips/new"),
            Map.of("key", "k", "text", "a boy", "point", "by the river", "withinMetres", "500"));

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getBody()).contains("by the river");
    assertThat(node.asked()).isEmpty();
  }
}
