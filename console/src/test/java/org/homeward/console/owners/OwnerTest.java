package org.homeward.console.owners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.api.AnsweringApi.Asked;
import org.homeward.console.facts.Fact;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.console.pages.Words;
import org.homeward.schema.json.Json;
import org.homeward.testkit.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A tip about a partner's case: what its owner is told, and what became of it. */
class OwnerTest {

  private static final String TIP = "0b34f7f6-2a43-4b1d-9c3c-1f5a4f0f8e11";
  private static final String CASE = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String HANDOVER = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String SIGHTING = "b0a1c2d3-e4f5-86a7-98b9-c0d1e2f3a4b5";
  private static final String TOLD =
      """
      {"tip": "%s", "case": "%s", "handover": "%s", "exercise": false,
       "says": {"sightings": [{"at": "2026-11-29T02:20:00Z", "uncertaintyMinutes": 60,
         "place": {"text": "the toll gate"}, "direction": "north", "companion": "a tall man",
         "text": {"language": "en", "text": "a boy in a white van"},
         "source": "B", "information": "PROBABLE"}]}}
      """
          .formatted(TIP, CASE, HANDOVER);

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn maria = new SignedIn("p-2001", "operator");
  private AnsweringApi node;
  private OwnerController owner;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    owner = new OwnerController(node.api(maria.tokens()), rendered.pages(), clock);
  }

  @AfterEach
  void stop() {
    node.close();
    maria.close();
  }

  private static MockHttpServletRequest request(String method) {
    var request = new MockHttpServletRequest(method, "/tips/" + TIP + "/owner");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private ResponseEntity<String> send(String key) {
    return owner.send(request("POST"), TIP, Map.of("key", key, "seen", "\"3\""));
  }

  private List<String> asked() {
    return node.asked().stream().map(Asked::what).toList();
  }

  @Test
  void thePageShowsExactlyWhatGoes() {
    node.then(200, "\"3\"", TOLD);

    String html = owner.preview(request("GET"), TIP).getBody();

    assertThat(html)
        .contains("a boy in a white van", "the toll gate", "north", "a tall man")
        .contains("name=\"seen\" value=\"&#34;3&#34;\"");
  }

  @Test
  void whatWasShownGoesOnceAndTheTipSaysSo() {
    for (String key : List.of("one-form", "another-form")) {
      node.then(200, "\"3\"", TOLD)
          .then(
              200,
              "\"9\"",
              "{\"handover\":\"%s\",\"sighting\":\"%s\"}".formatted(HANDOVER, SIGHTING))
          .then(200, "\"4\"", "{\"tip\":\"" + TIP + "\"}");
      assertThat(send(key).getHeaders().getLocation()).hasToString("/tips/" + TIP + "?done=sent");
    }

    List<Asked> all = node.asked();
    assertThat(asked().subList(0, 3))
        .containsExactly(
            "GET /api/v1/tips/" + TIP + "/sighting",
            "POST /api/v1/handovers/" + HANDOVER + "/sightings",
            "POST /api/v1/tips/" + TIP + "/sent");
    JsonNode sent = Json.mapper().readTree(all.get(1).body());
    assertThat(sent.path("says")).isEqualTo(Json.mapper().readTree(TOLD).path("says"));
    assertThat(sent.path("basis").asString("")).isEqualTo("PUBLIC_TASK");
    assertThat(all.get(4).key()).as("the same words").isEqualTo(all.get(1).key());
    assertThat(Json.mapper().readTree(all.get(2).body()).path("sighting").asString(""))
        .isEqualTo(SIGHTING);
  }

  @Test
  void whatHasChangedSinceIsShownBeforeItGoes() {
    node.then(200, "\"4\"", TOLD);

    var answer = send("key");

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(asked()).containsExactly("GET /api/v1/tips/" + TIP + "/sighting");
    assertThat(answer.getBody()).contains(rendered.words(Language.ENGLISH).say("tips.changed"));
  }

  /** Somebody else was quicker, or the answer to the first press got lost. */
  @Test
  void whatWentBeforeDoesNotGoAgain() {
    node.thenProblem(409, "tip-sent");

    assertThat(send("key").getHeaders().getLocation()).hasToString("/tips/" + TIP + "?done=sent");
    assertThat(asked()).containsExactly("GET /api/v1/tips/" + TIP + "/sighting");
  }

  /** Two press before either press is recorded: the tip can name one sighting alone. */
  @Test
  @Proves(7)
  void whatASecondPersonSentMeanwhileIsTakenBackAtOnce() {
    String second = "{\"handover\":\"%s\",\"sighting\":\"%s\"}".formatted(HANDOVER, SIGHTING);
    node.then(200, "\"3\"", TOLD)
        .then(200, "\"9\"", second)
        .thenProblem(409, "tip-sent")
        .then(200, "\"10\"", "{}");

    assertThat(send("key").getHeaders().getLocation()).hasToString("/tips/" + TIP + "?done=sent");

    assertThat(asked().getLast()).isEqualTo("POST /api/v1/handovers/" + HANDOVER + "/proposals");
    JsonNode wish = Json.mapper().readTree(node.asked().getLast().body());
    assertThat(wish.path("what").asString("")).isEqualTo("SIGHTING_WITHDRAWN");
    assertThat(wish.path("sighting").asString("")).isEqualTo(SIGHTING);

    node.then(200, "\"3\"", TOLD)
        .then(200, "\"9\"", second)
        .thenProblem(409, "tip-sent")
        .thenProblem(409, "handover-over");
    ResponseEntity<String> left = send("other");
    assertThat(left.getStatusCode().value()).as("it lies abroad").isEqualTo(503);
    assertThat(left.getBody()).contains(rendered.words(Language.ENGLISH).say("tips.owner.second"));
  }

  @Test
  void aBorderInTheWayIsNamed() {
    node.then(200, "\"3\"", TOLD).thenProblem(409, "transfer-needs-ground");

    String html = send("key").getBody();

    assertThat(html)
        .contains(rendered.words(Language.ENGLISH).say("handover.problem.transfer-needs-ground"));
  }

  @ParameterizedTest
  @EnumSource
  void theAnswerOfTheOwnersSystemStandsWithTheTip(Language language) {
    Words words = rendered.words(language);
    JsonNode ofCase =
        Json.mapper().readTree("{\"home\": \"rs\", \"handover\": \"" + HANDOVER + "\"}");
    JsonNode tip =
        Json.mapper()
            .readTree(
                "{\"sent\": {\"handover\": \"%s\", \"sighting\": \"%s\", \"by\": \"p-2001\", \"at\": \"2026-11-29T02:20:00Z\"}}"
                    .formatted(HANDOVER, SIGHTING));

    assertThat(ToOwner.isAbroad(ofCase, "gr")).isTrue();
    assertThat(ToOwner.isAbroad(ofCase, "rs")).isFalse();
    assertThat(answer(words, tip, ofCase, "{\"unansweredSightings\": [\"%s\"]}"))
        .isEqualTo(words.say("tips.owner.answer.WAITS"));
    String receipt =
        "{\"receipts\": [{\"code\": \"SIGHTING_REFUSED\", \"at\": \"2026-11-29T02:00:00Z\","
            + " \"sighting\": \"other\"}, {\"code\": \"SIGHTING_RECEIVED\", \"at\":"
            + " \"2026-11-29T02:21:00Z\", \"sighting\": \"%s\"}]}";
    assertThat(answer(words, tip, ofCase, receipt))
        .isEqualTo(words.say("tips.owner.answer.RECEIVED", "2026-11-29T02:21:00Z"));
    assertThat(answer(words, tip, ofCase, "{}")).isEqualTo(words.say("tips.owner.answer.UNKNOWN"));

    ((ObjectNode) tip.path("sent"))
        .putObject("takenBack")
        .put("by", "p-2001")
        .put("at", "2026-11-29T03:00:00Z");
    JsonNode both =
        Json.mapper()
            .readTree(
                receipt
                    .replace(
                        "]}",
                        ", {\"code\": \"PROPOSAL_RECEIVED\", \"at\": \"2026-11-29T03:01:00Z\","
                            + " \"sighting\": \"%s\"}]}")
                    .replace("%s", SIGHTING));
    ToOwner back = ToOwner.of(words, OwnerTest::when, tip, ofCase, both, "p-2001", true);
    assertThat(back.answer())
        .isEqualTo(words.say("tips.owner.answer.RECEIVED", "2026-11-29T02:21:00Z"));
    assertThat(back.back()).contains(words.say("tips.owner.back.RECEIVED", "2026-11-29T03:01:00Z"));
  }

  private static String when(JsonNode at) {
    return at.asString("");
  }

  @Test
  void hostileTextsAreNeverMarkup() {
    var plain = HostileTexts.tags(rendered.of(Language.GREEK, "owners/owner.jte", page("x")));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(rendered.of(Language.GREEK, "owners/owner.jte", page(text))))
          .as(text)
          .isEqualTo(plain);
    }
  }

  private static OwnerPage page(String text) {
    var fact = new Fact("sightings", text, text, false);
    return new OwnerPage(TIP, true, List.of(fact), "\"3\"", "key", text);
  }

  private static String answer(Words words, JsonNode tip, JsonNode ofCase, String handover) {
    JsonNode found = Json.mapper().readTree(handover.replace("%s", SIGHTING));
    return ToOwner.of(words, OwnerTest::when, tip, ofCase, found, "p-2001", true).answer();
  }
}
