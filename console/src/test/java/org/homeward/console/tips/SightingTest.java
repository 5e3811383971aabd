package org.homeward.console.tips;

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
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;

/** Somebody has seen a child whom the hotline knows: one form, and then what police read. */
class SightingTest {

  private static final String TIP = "0b34f7f6-2a43-4b1d-9c3c-1f5a4f0f8e11";
  private static final String CASE = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String REPORT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String FOUND =
      """
      {"id": "%s", "exercise": false, "standing": "OPEN",
       "facts": {"children": {"c": {"names": [{"full": "Mila"}], "sex": "FEMALE"}}}}
      """
          .formatted(CASE);

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn ana = new SignedIn("p-1001", "operator");
  private final Map<String, String> form =
      new HashMap<>(
          Map.of(
              "key", "key-of-form",
              "exercise", "false",
              "channel", "PHONE",
              "text", "a girl with a red jacket",
              "day", "2026-11-29",
              "time", "03:20",
              "withinMinutes", "15",
              "place", "bus station",
              "source", "B",
              "information", "PROBABLE"));
  private AnsweringApi node;
  private SightingController sightings;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    sightings = new SightingController(node.api(ana.tokens()), rendered.pages(), "rs", clock);
    form.put("reason", "knows her from school");
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private ResponseEntity<String> take() {
    var request = new MockHttpServletRequest("POST", "/cases/" + CASE + "/sighting");
    request.addHeader("Accept-Language", "en");
    return sightings.take(request, CASE, form);
  }

  private List<String> asked() {
    return node.asked().stream().map(Asked::what).toList();
  }

  @Test
  void oneFormStoresItWithItsCaseAndGradeAndLeadsToItsRelease() {
    node.then(201, "\"1\"", "{\"tip\":\"" + TIP + "\"}")
        .then(
            200,
            "",
            "{\"tip\":\"%s\",\"case\":\"%s\",\"report\":\"%s\"}".formatted(TIP, CASE, REPORT));

    var answer = take();

    assertThat(answer.getHeaders().getLocation())
        .hasToString("/cases/" + CASE + "/reports/" + REPORT + "/release");
    assertThat(asked())
        .containsExactly("POST /api/v1/tips/taken", "POST /api/v1/tips/" + TIP + "/report");
    assertThat(node.asked().getLast().seen()).isEqualTo("\"1\"");
    JsonNode body = Json.mapper().readTree(node.asked().getFirst().body());
    assertThat(body.path("case").asString("")).isEqualTo(CASE);
    assertThat(body.path("seenAt").asString("")).isEqualTo("2026-11-29T02:20:00Z");
    assertThat(body.at("/grade/source").asString("")).isEqualTo("B");
    assertThat(body.at("/grade/information").asString("")).isEqualTo("PROBABLE");
    assertThat(body.at("/grade/reason").asString("")).isEqualTo("knows her from school");
  }

  @Test
  void whereNoReportComesOfItThePageOfTheTipSaysWhatIsLeft() {
    node.then(201, "\"1\"", "{\"tip\":\"" + TIP + "\"}").thenProblem(409, "no-room-for-tips");

    assertThat(take().getHeaders().getLocation()).hasToString("/tips/" + TIP + "?done=sighting");
  }

  @Test
  void aPointOfTheDrawingIsOnTheMapBeforeTheReportIsMade() {
    form.putAll(Map.of("point", "45.2517, 19.8369", "withinMetres", "50"));
    node.then(201, "\"1\"", "{\"tip\":\"" + TIP + "\"}")
        .then(200, "\"2\"", "{\"tip\":\"" + TIP + "\"}")
        .then(
            200,
            "",
            "{\"tip\":\"%s\",\"case\":\"%s\",\"report\":\"%s\"}".formatted(TIP, CASE, REPORT));

    assertThat(take().getHeaders().getLocation())
        .hasToString("/cases/" + CASE + "/reports/" + REPORT + "/release");

    assertThat(asked())
        .containsExactly(
            "POST /api/v1/tips/taken",
            "POST /api/v1/tips/" + TIP + "/locate",
            "POST /api/v1/tips/" + TIP + "/report");
    assertThat(node.asked().get(1).body())
        .contains("\"latitude\":45.2517", "\"longitude\":19.8369", "\"withinMetres\":50");
    assertThat(node.asked().getLast().seen()).as("the tip with its point").isEqualTo("\"2\"");
  }

  @Test
  void aPointThatWasNotPutOnTheMapIsLeftToThePageOfTheTip() {
    form.putAll(Map.of("point", "45.2517, 19.8369", "withinMetres", "50"));
    node.then(201, "\"1\"", "{\"tip\":\"" + TIP + "\"}").thenProblem(422, "invalid");

    assertThat(take().getHeaders().getLocation()).hasToString("/tips/" + TIP + "?done=sighting");
    assertThat(asked()).as("no report without the point").hasSize(2);
  }

  @Test
  void aPointThatIsNoneStoresNothingAndStaysWhereItWasTyped() {
    form.putAll(Map.of("point", "by the river", "withinMetres", "50"));
    node.then(200, "\"3\"", FOUND);

    var answer = take();

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getBody()).contains("value=\"by the river\"", "href=\"#point\"");
    assertThat(asked()).containsExactly("GET /api/v1/cases/" + CASE);
  }

  @Test
  void theDrawingBeginsWhereTheChildWasSeenLast() {
    node.then(
        200,
        "\"3\"",
        FOUND.replace(
            "\"facts\": {",
            "\"facts\": {\"lastSeen\": {\"place\": {\"latitude\": 45.26, \"longitude\": 19.83}}, "));
    var request = new MockHttpServletRequest("GET", "/cases/" + CASE + "/sighting");

    assertThat(sightings.begin(request, CASE).getBody())
        .contains("<hw-point", "data-seen=\"45.26, 19.83\"");
  }

  @Test
  void whereAPartnerOwnsTheCaseThePageOfWhatTheOwnerIsToldIsNext() {
    node.then(201, "\"1\"", "{\"tip\":\"" + TIP + "\"}").thenProblem(409, "not-the-owner");

    assertThat(take().getHeaders().getLocation()).hasToString("/tips/" + TIP + "/owner");
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndWhatWasTypedStays() {
    node.then(
            422,
            "",
            """
            {"type": "urn:homeward:problem:invalid", "errors": [
              {"pointer": "/grade/source", "rule": "required"},
              {"pointer": "/seenAt", "rule": "in-future"}]}
            """)
        .then(200, "\"3\"", FOUND);
    form.remove("source");

    var answer = take();

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(Optional.ofNullable(answer.getBody()).orElseThrow())
        .contains("id=\"source-error\"", "id=\"day-error\"", "a girl with a red jacket")
        .contains("href=\"#source\"", "value=\"bus station\"");
    assertThat(asked()).containsExactly("POST /api/v1/tips/taken", "GET /api/v1/cases/" + CASE);
  }

  @Test
  void theFormBeginsWithTodayAndTheTelephone() {
    node.then(200, "\"3\"", FOUND);
    var request = new MockHttpServletRequest("GET", "/cases/" + CASE + "/sighting");
    request.addHeader("Accept-Language", "en");

    String html = Optional.ofNullable(sightings.begin(request, CASE).getBody()).orElseThrow();

    assertThat(html)
        .contains("Somebody has seen the child", "Mila", "value=\"2026-11-29\"")
        .contains("value=\"PHONE\" selected")
        .contains("Police know nothing of it until you let them read it");
  }

  private String page(Language language, String text) {
    var typed = new HashMap<String, String>();
    form.keySet().forEach(field -> typed.put(field, text));
    var page =
        new SightingPage(
            CASE,
            "RS-D6C8B7",
            text,
            true,
            text,
            new TypedTip(typed, Map.of("text", text)),
            "key",
            text);
    return rendered.of(language, "tips/sighting.jte", page);
  }

  @Test
  void hostileTextsAreNeverMarkup() {
    for (Language language : Language.ready()) {
      var plain = HostileTexts.tags(page(language, "x"));
      for (String text : HostileTexts.all()) {
        assertThat(HostileTexts.tags(page(language, text))).as(text).isEqualTo(plain);
      }
    }
  }
}
