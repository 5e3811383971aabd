package org.homeward.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** One child is found, and the alert goes on for the others. */
class WithdrawingTest {

  private static final String ALERT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String MILA = "11111111-1111-4111-8111-111111111111";
  private static final String BOJAN = "22222222-2222-4222-8222-222222222222";
  private static final String PATH = "/api/v1/alerts/" + ALERT;

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn ana = new SignedIn("p-1001", "operator");
  private final Map<String, String> form = new HashMap<>(Map.of("key", "key-of-form"));
  private AnsweringApi node;
  private WithdrawController withdraw;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    withdraw =
        new WithdrawController(
            node.api(ana.tokens()),
            rendered.pages(),
            "rs",
            Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private void thePage(String withdrawn) {
    String children = ",\"children\":[\"%s\",\"%s\"]".formatted(MILA, BOJAN);
    String live = DecidingTest.LIVE;
    node.then(
            200,
            "",
            live.substring(0, live.length() - 1) + children + ",\"withdrawn\":[" + withdrawn + "]}")
        .then(
            200,
            "",
            """
            {"facts": {"children": {"%s": {"names": [{"full": "Mila", "script": "Latn"}]},
              "%s": {"names": [{"full": "Bojan", "script": "Latn"}]}}}}
            """
                .formatted(MILA, BOJAN))
        .then(200, "", "{\"alert\":{\"ACCEPTED\":3},\"end\":{},\"remaining\":0}");
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/alerts/" + ALERT + "/withdraw");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private List<String> asked() {
    return node.asked().stream().map(Asked::what).toList();
  }

  @Test
  void thePageNamesTheChildrenAndTheEffect() {
    thePage("");

    assertThat(html(withdraw.ask(request(), ALERT)))
        .contains("Mila", "Bojan", "gets it again without this child")
        .doesNotContain(" checked");
  }

  @Test
  void theChosenChildIsTakenOut() {
    thePage("");
    node.then(200, "", "{}");
    form.put("child", MILA);

    assertThat(withdraw.withdraw(request(), ALERT, form).getHeaders().getLocation())
        .hasToString("/alerts/" + ALERT + "?done=withdrawn");
    assertThat(asked()).endsWith("POST " + PATH + "/children/" + MILA + "/withdraw");
    assertThat(node.asked().getLast().key()).isEqualTo("key-of-form");
  }

  @Test
  void withoutAChoiceNothingIsSent() {
    thePage("");

    assertThat(html(withdraw.withdraw(request(), ALERT, form))).contains("Please answer this.");
    assertThat(asked()).noneMatch(what -> what.startsWith("POST"));
  }

  /** A colleague took the other child out since the page was shown. */
  @Test
  void theLastChildIsNotTakenOutHere() {
    thePage("\"" + BOJAN + "\"");
    form.put("child", MILA);

    var answer = withdraw.withdraw(request(), ALERT, form);

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(html(answer)).contains("No more than one child is left");
    assertThat(asked()).noneMatch(what -> what.startsWith("POST"));
  }

  /** The first press was done, and its answer was lost. */
  @Test
  void aRepetitionIsAnsweredLikeTheFirst() {
    thePage("\"" + MILA + "\"");
    node.then(200, "", "{}");
    form.put("child", MILA);

    assertThat(withdraw.withdraw(request(), ALERT, form).getHeaders().getLocation())
        .hasToString("/alerts/" + ALERT + "?done=withdrawn");
  }
}
