package org.homeward.console.tips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

/** A tip that went to the owner of a partner's case is taken back there. */
class TakingBackTest {

  private static final String TIP = "0b34f7f6-2a43-4b1d-9c3c-1f5a4f0f8e11";
  private static final String HANDOVER = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String SIGHTING = "b0a1c2d3-e4f5-86a7-98b9-c0d1e2f3a4b5";
  private static final String SENT =
      "{\"tip\": \"%s\", \"standing\": \"SENT\", \"sent\": {\"handover\": \"%s\", \"sighting\": \"%s\"}}"
          .formatted(TIP, HANDOVER, SIGHTING);

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn maria = new SignedIn("p-2001", "operator");
  private AnsweringApi node;
  private TriageController triage;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    triage = new TriageController(node.api(maria.tokens()), rendered.pages(), "gr", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    maria.close();
  }

  private ResponseEntity<String> takeBack() {
    var request = new MockHttpServletRequest("POST", "/tips/" + TIP + "/owner/back");
    request.addHeader("Accept-Language", "en");
    return triage.takeBack(request, TIP, Map.of("key", "key", "seen", "\"4\""));
  }

  private List<String> asked() {
    return node.asked().stream().map(Asked::what).toList();
  }

  @Test
  void theOwnerIsToldToForgetItBeforeTheTipSaysSo() {
    node.then(200, "\"4\"", SENT).then(200, "\"9\"", "{}").then(200, "\"5\"", "{}");

    assertThat(takeBack().getHeaders().getLocation())
        .hasToString("/tips/" + TIP + "?done=takenBack");

    assertThat(asked())
        .containsExactly(
            "GET /api/v1/tips/" + TIP,
            "POST /api/v1/handovers/" + HANDOVER + "/proposals",
            "POST /api/v1/tips/" + TIP + "/sent");
    JsonNode wish = Json.mapper().readTree(node.asked().get(1).body());
    assertThat(wish.path("what").asString("")).isEqualTo("SIGHTING_WITHDRAWN");
    assertThat(wish.path("sighting").asString("")).isEqualTo(SIGHTING);
    assertThat(Json.mapper().readTree(node.asked().get(2).body()).path("takenBack").asBoolean())
        .isTrue();
  }

  @Test
  void theTipDoesNotSaySoWhereTheOwnerCannotBeTold() {
    node.then(200, "\"4\"", SENT).thenProblem(409, "handover-over").then(200, "\"4\"", SENT);

    ResponseEntity<String> answer = takeBack();

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(answer.getBody()).contains(rendered.words(Language.ENGLISH).say("form.wrong"));
    assertThat(asked()).doesNotContain("POST /api/v1/tips/" + TIP + "/sent");
  }
}
