package org.homeward.console.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.facts.Says;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** A fact of a case is corrected on a page of its own. */
class CorrectingTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String CHILD = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String REPORT = "893c3a1e-1c0e-4ef1-93e1-d352a11e274f";
  private static final String PATH = "/api/v1/cases/" + ID;
  private static final String HELD = "{\"status\": \"HELD\"}";
  private static final String RELEASED = "{\"status\": \"RELEASED\", \"desk\": \"d\"}";

  private final RenderedPages rendered = new RenderedPages();
  private final MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
  private final SignedIn ana = new SignedIn("p-1001", "operator");
  private AnsweringApi node;
  private CorrectionController controller;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    controller =
        new CorrectionController(
            node.api(ana.tokens()),
            rendered.pages(),
            "rs",
            "RS",
            Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC));
    form.set("key", "key-of-form");
    form.set("was", "{\"answer\":\"\",\"value\":{\"plate\":\"BG-1\",\"country\":\"RS\"}}");
    form.set("plate", "BG-2");
    form.set("plateCountry", "RS");
    form.set("channel", "PHONE");
  }

  @AfterEach
  void stop() {
    node.close();
    ana.close();
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("POST", "/cases/" + ID + "/facts/vehicle");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private void theCase(String plate, String release, String amended) {
    theCase(
        "{\"vehicle\": {\"plate\": \"%s\", \"country\": \"RS\"}}".formatted(plate),
        release,
        amended,
        "OPEN");
  }

  private void theCase(String says, String release, String amended, String standing) {
    node.then(
        200,
        "\"7\"",
        """
        {"id": "%s", "home": "rs", "exercise": false, "standing": "%s",
         "children": {"%s": {"status": "MISSING"}}, "facts": %s,
         "reports": [{"id": "%s", "at": "2026-11-29T02:00:00Z", "channel": "SMS", "by": "p-1002",
           "policeRelease": %s, "amended": {%s}, "says": %s}]}
        """
            .formatted(ID, standing, CHILD, says, REPORT, release, amended, says));
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private ResponseEntity<String> press() {
    return controller.correct(request(), ID, "vehicle", form);
  }

  @Test
  void thePageShowsWhatIsStatedAndWhereItCameFrom() {
    theCase("BG-1", HELD, "\"/vehicle\": {\"by\": \"p-1002\", \"at\": \"2026-11-29T02:10:00Z\"}");

    String html = html(controller.ask(request(), ID, "vehicle", ""));

    assertThat(html)
        .contains("BG-1, RS", "SMS; changed by a colleague, 03:10", "value=\"BG-1\"")
        .contains("Not known", "Police do not have it")
        .doesNotContain("name=\"channel\"");
  }

  @Test
  void aReportThatPoliceDoNotHaveIsAmended() {
    theCase("BG-1", HELD, "");
    node.then(200, "", "{\"case\": \"" + ID + "\"}");

    assertThat(press().getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=changed");
    var asked = node.asked().getLast();
    assertThat(asked.what()).isEqualTo("PATCH " + PATH + "/reports/" + REPORT);
    assertThat(asked.seen()).isEqualTo("\"7\"");
    assertThat(asked.body()).isEqualTo("{\"says\":{\"vehicle\":{\"plate\":\"BG-2\"}}}");
  }

  @Test
  void afterAReleaseTheChangeIsAFurtherReport() {
    theCase("BG-1", RELEASED, "");
    node.then(201, "", "{\"case\": \"" + ID + "\"}");

    assertThat(press().getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=joined");
    var asked = node.asked().getLast();
    assertThat(asked.what()).isEqualTo("POST " + PATH + "/reports");
    assertThat(asked.key()).isEqualTo("key-of-form");
    assertThat(asked.body())
        .isEqualTo(
            """
            {"exercise":false,"channel":"PHONE",\
            "says":{"vehicle":{"plate":"BG-2","country":"RS"}}}""");
  }

  @Test
  void whatPoliceMayHaveReadIsNotTakenBack() {
    theCase("BG-1", RELEASED, "");
    theCase("BG-1", RELEASED, "");
    form.set("answer.vehicle", "UNKNOWN");
    form.set("plate", "BG-1");

    var answer = press();

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(html(answer)).contains("It can be replaced, not taken back");
  }

  /** Police answered, or another fact changed. */
  @Test
  void anotherChangeOfTheCaseIsNoConflict() {
    theCase("BG-1", HELD, "");
    node.thenProblem(412, "precondition-failed");
    theCase("BG-1", HELD, "");
    node.then(200, "", "{}");

    assertThat(press().getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=changed");
  }

  @Test
  void anotherChangeOfTheFactIsShownBesideOursWithWhoWroteIt() {
    theCase("BG-9", HELD, "\"/vehicle\": {\"by\": \"p-1007\", \"at\": \"2026-11-29T02:10:00Z\"}");

    var answer = press();

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(html(answer))
        .contains("the other text is by a colleague", "a colleague: BG-9", "value=\"BG-2\"")
        .doesNotContain("key-of-form", "p-1007");
    assertThat(node.asked()).hasSize(1);
  }

  @Test
  void aFormWhoseAnswerWasLostIsDone() {
    theCase("BG-2", HELD, "");

    assertThat(press().getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=changed");
    assertThat(node.asked()).hasSize(1);
  }

  @Test
  void withoutAnAnswerTheSameKeyIsShownAgain() {
    theCase("BG-1", RELEASED, "");
    node.then(503, "", "");

    var answer = press();

    assertThat(answer.getStatusCode().value()).isEqualTo(503);
    assertThat(html(answer)).contains("key-of-form", "value=\"BG-2\"");
  }

  @Test
  void aRefusedAnswerIsShownAtItsQuestion() {
    theCase("BG-1", HELD, "");
    node.then(
        422,
        "",
        """
        {"type": "urn:homeward:problem:invalid",
         "errors": [{"pointer": "/says/vehicle/country", "rule": "unknown-country"}]}
        """);
    form.set("plateCountry", "QQ");

    assertThat(html(press())).contains("id=\"plateCountry-error\"", "value=\"QQ\"");
  }

  @Test
  void aCaseThatHasEndedIsReadOnly() {
    theCase("{}", HELD, "", "ENDED");

    assertThat(controller.ask(request(), ID, "vehicle", "").getHeaders().getLocation())
        .hasToString("/cases/" + ID);
  }

  /** What a tip said stays as it was said; another tip stands beside it. */
  @Test
  void everyFactOfTheSchemaCanBeCorrectedButTips() throws IOException {
    assertThat(CorrectionForm.about("sightings", 0)).isEmpty();
    assertThat(fields("")).allMatch(field -> isAbout(field, false));
    assertThat(fields("/$defs/ChildFacts")).allMatch(field -> isAbout(field, true));
  }

  private static boolean isAbout(String field, boolean ofChild) {
    return CorrectionForm.about(field, 0)
        .filter(group -> group.isOfChild() == ofChild && group.name().equals(field))
        .isPresent();
  }

  private static Stream<String> fields(String type) throws IOException {
    try (InputStream in = Says.class.getResourceAsStream("/schema/v1/report-says.json")) {
      JsonNode schema = Json.mapper().readTree(in.readAllBytes());
      return schema.at(type + "/properties").propertyNames().stream()
          .filter(name -> !Set.of("children", "answers", "audiences", "sightings").contains(name));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyQuestionHasWords(Language language) throws IOException {
    for (String field : Stream.concat(fields(""), fields("/$defs/ChildFacts")).toList()) {
      QuestionGroup group = CorrectionForm.about(field, 1).orElseThrow();
      String html = rendered.of(language, "intake/correction.jte", page(group, "x"));

      assertThat(group.questions()).allMatch(each -> html.contains("name=\"" + each.name() + "\""));
    }
  }

  /** What was typed comes back as it was typed, and is never markup. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void hostileTextComesBackAsTyped(Language language) {
    QuestionGroup group = CorrectionForm.about("companions", 1).orElseThrow();
    String plain = rendered.of(language, "intake/correction.jte", page(group, "x"));
    for (String text : HostileTexts.all()) {
      String html = rendered.of(language, "intake/correction.jte", page(group, text));

      assertThat(HostileTexts.tags(html)).as(text).isEqualTo(HostileTexts.tags(plain));
      assertThat(HtmlUtils.htmlUnescape(html)).contains(text.strip());
    }
  }

  /** A page on which everything that people wrote is this text. */
  private static CorrectionPage page(QuestionGroup group, String text) {
    Map<String, List<String>> typed = new HashMap<>();
    Map<String, String> theirs = new HashMap<>();
    for (Question question : group.questions()) {
      theirs.put(question.name(), text);
      if (question.codes().isEmpty() && question.kind() != Question.Kind.YES_NO) {
        typed.put(question.name(), List.of(text));
      }
    }
    return new CorrectionPage(
        ID,
        "RS-1",
        text,
        false,
        CHILD,
        text,
        group,
        text,
        text,
        true,
        text,
        "key",
        new Typed(typed),
        new Theirs(text, theirs),
        Map.of("", "wrong"),
        List.of("elsewhere"));
  }
}
