package org.homeward.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.console.api.AnsweringApi;
import org.homeward.console.login.SignedIn;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** Each decision says its effect before it is pressed, and sends what was seen. */
class DecisionPageTest {

  private static final String ID = "d6c8b734-aa8c-4069-a7be-1bb6c07374ad";
  private static final String CHILD = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String CASE =
      """
      {"id": "%s", "home": "%s", "standing": "%s", "exercise": false,
       "children": {"%s": {"status": "%s"}}, "facts": {"children": {"%s": {"sex": "MALE"}}}%s}
      """;
  private static final String FROZEN =
      """
      , "freeze": {"number": 3, "at": "2026-11-29T02:00:00Z", "by": "p-1002"}""";
  private static final String FIRST_WORD =
      """
      , "words": [{"matter": "LIFT_FREEZE", "of": ["3"], "by": "%s", "at": "2026-11-29T02:10:00Z",
        "until": "2026-11-30T02:10:00Z", "reason": %s}]""";

  private final RenderedPages rendered = new RenderedPages();
  private final SignedIn jelena = new SignedIn("p-1001", "supervisor");
  private AnsweringApi node;
  private DecisionController decisions;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    decisions = new DecisionController(node.api(jelena.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    jelena.close();
  }

  private static MockHttpServletRequest request() {
    var request = new MockHttpServletRequest("GET", "/cases");
    request.addHeader("Accept-Language", "en");
    return request;
  }

  private void theCase(String home, String standing, String child, String more) {
    node.then(200, "\"3\"", CASE.formatted(ID, home, standing, CHILD, child, CHILD, more));
  }

  private ResponseEntity<String> ask(Decision decision) {
    return decisions.ask(request(), ID, decision.place(), decision.isAboutAChild() ? CHILD : "");
  }

  private static String html(ResponseEntity<String> answer) {
    return Optional.ofNullable(answer.getBody()).orElseThrow();
  }

  private ResponseEntity<String> decide(Decision decision, Map<String, String> said) {
    Map<String, String> form = new HashMap<>(said);
    form.put("key", "key-of-form");
    form.put("child", decision.isAboutAChild() ? CHILD : "");
    return decisions.decide(request(), ID, decision.place(), form);
  }

  @ParameterizedTest
  @EnumSource(Decision.class)
  void theEffectStandsAboveItsOneButton(Decision decision) {
    boolean isFrozen = decision == Decision.LIFT;
    theCase(
        "rs",
        isFrozen ? "FROZEN" : "OPEN",
        "MISSING",
        (isFrozen ? FROZEN : ", \"braked\": true, \"brakes\": {\"h\": 2}")
            + ", \"kind\": \"AT_RISK\"");

    String html = html(ask(decision));

    String effect = "decision." + decision.place() + ".effect";
    assertThat(html.indexOf(rendered.words(Language.ENGLISH).say(effect)))
        .isPositive()
        .isLessThan(html.indexOf("<button class=\"govuk-button"));
    assertThat(html.split("<button class=\"govuk-button", -1)).hasSize(2);
  }

  @Test
  void theStepToASearchNamesWhatPoliceDoNotHaveYet() {
    String held =
        ", \"kind\": \"AT_RISK\", \"reports\": [{\"id\": \"r\", \"channel\": \"PHONE\","
            + " \"at\": \"2026-11-29T02:00:00Z\", \"by\": \"p-1001\","
            + " \"policeRelease\": {\"status\": \"HELD\"}}]";
    theCase("rs", "OPEN", "MISSING", held);

    assertThat(html(ask(Decision.MISSING)))
        .contains("Held, police do not have it: Telephone", "What stands above is still held");

    theCase("rs", "OPEN", "MISSING", ", \"kind\": \"MISSING\"");
    assertThat(ask(Decision.MISSING).getStatusCode().value())
        .as("somebody was faster")
        .isEqualTo(303);
    node.then(200, "", "{}");
    var answer = decide(Decision.MISSING, Map.of("reason", ""));
    assertThat(answer.getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=missing");
    assertThat(node.asked().getLast().what()).endsWith("/cases/" + ID + "/missing");
    assertThat(node.asked().getLast().body()).isEqualTo("{}");
  }

  @Test
  void theSecondPersonReadsWhatTheFirstSaid() {
    theCase(
        "rs", "FROZEN", "MISSING", FROZEN + FIRST_WORD.formatted("p-1002", "\"it was a mistake\""));

    assertThat(html(ask(Decision.LIFT)))
        .contains("it was a mistake", "a colleague", "You are the second person");
  }

  @Test
  void onesOwnFirstWordMakesNobodyTheSecondPerson() {
    theCase("rs", "FROZEN", "MISSING", FROZEN + FIRST_WORD.formatted("p-1001", "\"mine\""));

    assertThat(html(ask(Decision.LIFT))).doesNotContain("You are the second person");
  }

  @Test
  void aLiftNamesTheFreezeThatThePersonHasSeen() {
    node.then(200, "", "{\"case\": \"c\", \"standing\": \"FROZEN\", \"freeze\": {}}");

    var answer = decide(Decision.LIFT, Map.of("subject", "3", "reason", "why"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=waiting");
    assertThat(Json.mapper().readTree(node.asked().getFirst().body()))
        .isEqualTo(Json.mapper().readTree("{\"freeze\": 3, \"reason\": \"why\"}"));
  }

  @Test
  void aMistakeAboutOrdersKeepsItsNoteAlone() {
    node.then(200, "", "{}");

    var answer =
        decide(
            Decision.ORDERS,
            Map.of("finding", "MISTAKEN", "reference", "KU 1", "note", "another case"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=orders");
    assertThat(node.asked().getFirst().what()).endsWith("/cases/" + ID + "/orders-checked");
    assertThat(Json.mapper().readTree(node.asked().getFirst().body()))
        .isEqualTo(
            Json.mapper().readTree("{\"finding\": \"MISTAKEN\", \"note\": \"another case\"}"));
  }

  @Test
  void theWordThatStandsIsShownBeforeAnotherTakesItsPlace() {
    theCase(
        "gr",
        "OPEN",
        "MISSING",
        ", \"ordersChecked\": {\"at\": \"2026-11-29T02:30:00Z\", \"by\": \"p-1002\","
            + " \"finding\": \"NONE_FOUND\", \"reference\": \"KU 417/26\", \"officer\": \"<b>M</b>\"}");

    assertThat(html(ask(Decision.ORDERS)))
        .contains(
            "reference KU 417/26, &lt;b&gt;M&lt;/b&gt;", "takes the place", "Their reference");
  }

  @Test
  void theEffectNamesTheFreezeAfterAWordOfFewerChildrenAndNotAfterAMistake() {
    String word =
        ", \"orders\": [{\"at\": \"2026-11-29T02:30:00Z\", \"by\": \"p-1002\","
            + " \"finding\": \"%s\", \"reference\": \"KU 417/26\", \"officer\": \"M\"}]";
    theCase("rs", "OPEN", "MISSING", word.formatted("NONE_FOUND"));
    assertThat(html(ask(Decision.ORDERS))).contains("KU 417/26", "the case is frozen at once");

    theCase("rs", "OPEN", "MISSING", word.formatted("MISTAKEN"));
    assertThat(html(ask(Decision.ORDERS))).doesNotContain("frozen at once");
  }

  @Test
  void aBrakesAnswerNamesTheBrakesThatThePersonHasSeen() {
    node.then(200, "", "{}");

    decide(Decision.BRAKE, Map.of("subject", "{\"h\":2}", "reason", "why"));

    assertThat(node.asked().getFirst().what()).endsWith("/cases/" + ID + "/brake/end");
    assertThat(node.asked().getFirst().body()).contains("\"brakes\":{\"h\":2}");
  }

  @Test
  void anEndSaysHowItWasVerifiedAndARefusalKeepsWhatWasTyped() {
    node.then(
        422,
        "",
        """
        {"type": "urn:homeward:problem:invalid",
         "errors": [{"pointer": "/outcome", "rule": "required"}]}
        """);
    theCase("rs", "OPEN", "MISSING", "");

    var answer = decide(Decision.END, Map.of("outcome", "", "verifiedBy", "", "reference", "K 17"));

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(html(answer)).contains("id=\"outcome-error\"", "value=\"K 17\"", "Boy");
    assertThat(node.asked().getFirst().what())
        .endsWith("/cases/" + ID + "/children/" + CHILD + "/end");
    assertThat(node.asked().getFirst().key()).isEqualTo("key-of-form");
  }

  @Test
  void whatIsDecidedAlreadyLeadsToTheCase() {
    theCase("rs", "FROZEN", "MISSING", FROZEN);

    assertThat(ask(Decision.FREEZE).getHeaders().getLocation()).hasToString("/cases/" + ID);
  }

  @Test
  void anotherNodesCaseIsNotEndedHere() {
    var found =
        Json.mapper().readTree(CASE.formatted(ID, "gr", "OPEN", CHILD, "MISSING", CHILD, ""));

    assertThat(
            List.of(Decision.values()).stream()
                .filter(each -> each.isOpenTo(jelena.person(), found, "rs", CHILD)))
        .containsExactly(Decision.ORDERS, Decision.FREEZE);
  }

  @Test
  void hostileWordsAreNeverMarkup() {
    String plain = null;
    for (String text : HostileTexts.all()) {
      String said = Json.mapper().writeValueAsString(text);
      theCase("rs", "FROZEN", "MISSING", FROZEN + FIRST_WORD.formatted("p-1002", said));
      String tags = String.valueOf(HostileTexts.tags(html(ask(Decision.LIFT))));
      plain = plain == null ? tags : plain;
      assertThat(tags).as(text).isEqualTo(plain);
    }
  }
}
