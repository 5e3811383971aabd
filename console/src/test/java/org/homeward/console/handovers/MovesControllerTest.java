package org.homeward.console.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.api.HttpApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.partners.HttpPartners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a person presses is what the API gets, once, and of what she has seen. */
class MovesControllerTest {

  private static final String ONE = "/api/v1/handovers/" + HandoverSamples.ID;
  private static final String DONE =
      "{\"handover\":\"" + HandoverSamples.ID + "\",\"status\":\"ACCEPTED\"}";

  private static final String NO_PARTNERS = "{\"partners\":[]}";

  private final RenderedPages rendered = new RenderedPages();
  private final MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
  private final SignedIn eleni = new SignedIn("p-2005", "partner-desk");
  private AnsweringApi node;
  private MovesController moves;
  private OfferController offers;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    HttpApi api = node.api(eleni.tokens());
    Clock clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    var partners = new HttpPartners(api);
    var handovers = new HttpHandovers(api, partners, rendered.pages(), "gr", clock);
    moves = new MovesController(api, handovers, rendered.pages(), clock);
    offers = new OfferController(api, handovers, partners, rendered.pages(), "gr", clock);
    form.set("key", "key-of-form");
    form.set("seen", "\"3\"");
  }

  @AfterEach
  void stop() {
    node.close();
    eleni.close();
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/handovers");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private ResponseEntity<String> press(String move) {
    return moves.make(request(), HandoverSamples.ID, move, form);
  }

  @Test
  void anAnswerIsOneOfTheVersionThatWasSeen() {
    node.then(200, "\"4\"", DONE);

    ResponseEntity<String> answer = press("accept");

    assertThat(answer.getStatusCode().value()).isEqualTo(303);
    assertThat(answer.getHeaders().getLocation())
        .hasToString("/handovers/" + HandoverSamples.ID + "?done=accept");
    assertThat(node.asked())
        .containsExactly(new Asked("POST " + ONE + "/accept", "\"3\"", "key-of-form", "{}"));
  }

  @Test
  void aRecallWaitsForNoVersion() {
    form.set("reason", "FOUND");
    node.then(200, "\"4\"", DONE);

    assertThat(press("recall").getStatusCode().value()).isEqualTo(303);
    assertThat(node.asked().getFirst().seen()).isEmpty();
    assertThat(node.asked().getFirst().body()).isEqualTo("{\"reason\":\"FOUND\"}");
  }

  @Test
  void aCounterHasItsReasonAndAllThatWasTicked() {
    form.set("reason", "NO_CAPACITY");
    form.add("asks", "TIP_LINE");
    form.add("asks", "TRANSLATION");

    assertThat(MovesController.body(Move.COUNTER, form))
        .hasToString("{\"reason\":\"NO_CAPACITY\",\"asks\":[\"TIP_LINE\",\"TRANSLATION\"]}");
  }

  @Test
  void whatAColleagueDidMeanwhileIsShownBeforeItIsDecidedAgain() {
    String now = HandoverSamples.plain("HOLDER", "REJECTED").toString();
    node.thenProblem(412, "precondition-failed")
        .then(200, "", NO_PARTNERS)
        .then(200, "\"5\"", now)
        .then(200, "", NO_PARTNERS);

    ResponseEntity<String> answer = press("accept");

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(html(answer))
        .contains("The handover has changed", "Rejected", "value=\"&#34;5&#34;\"")
        .doesNotContain("key-of-form");
  }

  @Test
  void aFirstWordDoesNotBecomeTheSecondOneThatSendsEverything() {
    var stated = HandoverSamples.plain("OWNER", "OFFERED");
    stated.putObject("vitalInterest").put("justification", "DANGER_TO_LIFE");
    form.set("justification", "DANGER_TO_LIFE");
    form.set("second", "false");
    node.then(200, "\"5\"", stated.toString())
        .then(200, "", NO_PARTNERS)
        .then(200, "\"5\"", stated.toString())
        .then(200, "", NO_PARTNERS);

    ResponseEntity<String> answer = press("grounds");

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(node.asked()).noneMatch(asked -> asked.what().startsWith("POST"));
    assertThat(html(answer))
        .contains("The handover has changed", "name=\"second\" value=\"true\"")
        .doesNotContain("key-of-form");
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  @Test
  void anUnknownMoveOrIdIsNoPageAndNoRequest() {
    assertThat(Move.of("erase")).isEmpty();
    assertThat(catchThrowable(() -> press("erase"))).isNotNull();
    assertThat(catchThrowable(() -> moves.make(request(), "../partners", "accept", form)))
        .isNotNull();
    assertThat(node.asked()).isEmpty();
  }

  @Test
  void anOfferIsSentAsItWasReadAndLeadsToItsHandover() {
    form.set("case", HandoverSamples.CASE);
    form.set("partner", "rs");
    form.set("reason", "ROUTE");
    form.set("basis", "PUBLIC_TASK");
    form.set("instead", "");
    form.add("asks", "TIP_LINE");
    node.then(201, "\"1\"", DONE);

    ResponseEntity<String> answer = offers.offer(request(), form);

    assertThat(answer.getHeaders().getLocation())
        .hasToString("/handovers/" + HandoverSamples.ID + "?done=offered");
    assertThat(node.asked().getFirst().body())
        .contains("\"purpose\":\"PARTNER_SEARCH\"", "\"asks\":[\"TIP_LINE\"]")
        .doesNotContain("instead");
  }
}
