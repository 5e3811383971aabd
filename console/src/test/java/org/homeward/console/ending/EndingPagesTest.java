package org.homeward.console.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;

/** The page of how a case ends, and its steps: what they say, and what they send. */
class EndingPagesTest {

  private static final String ID = "aaaaaa34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String CHILD = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String REPORT = "2c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String ITEM = "3c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String AT = "2026-11-29T02:00:00Z";
  private static final String MET =
      """
      {"who": "CLAIMANT", "how": "SPOKE", "claimantAbsent": true, "at": "%s",
       "weight": "NEITHER_STAFF_NOR_POLICE"}"""
          .formatted(AT);

  private static final String OPEN =
      "\"open\": [{\"matter\": \"WORK\", \"kind\": \"AFTERCARE\"}, {\"matter\": \"OUT\"}]";
  private static final String CLOSED =
      "\"open\": [], \"closed\": {\"howFound\": {\"%s\": \"OWN_RETURN\"}, \"by\": \"p-1002\", \"at\": \"%s\"}"
          .formatted(CHILD, AT);

  private final RenderedPages rendered = new RenderedPages().knowing("p-1002", "Ana");
  private final SignedIn jelena = new SignedIn("p-1001", "supervisor");
  private AnsweringApi node;
  private EndingController ending;
  private StepController steps;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    ending = new EndingController(node.api(jelena.tokens()), rendered.pages(), "rs", clock);
    steps = new StepController(node.api(jelena.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    jelena.close();
  }

  private static String ending(String note, String more) {
    String said = "\"by\": \"p-1002\", \"at\": \"%s\"".formatted(AT);
    return """
        {"case": "%s", "exercise": false, "children": [{"child": "%s", "status": "ENDED",
         "outcome": "FOUND_SAFE", "safety": "NOT_KNOWN", "keepHidden": false,
         "ground": "g-1",
         "words": [{"finding": "SAFE", "meeting": %s, "hiding": "KEEP_HIDDEN", "note": %s, %s}],
         "claimants": [{"report": "%s", "mayBeTold": false,
          "rules": [{"rule": "CHILD_HEARD", "met": true}, {"rule": "NOT_SEALED", "met": false}],
          "hearings": [{"wish": "FEARS", "feared": ["CAREGIVER"], "meeting": %s, %s}],
          "decisions": [{"reason": %s, "clearOfOrders": false, "stands": false, %s}]}]}], %s}"""
        .formatted(ID, CHILD, MET, text(note), said, REPORT, MET, said, text(note), said, more);
  }

  private static String found(String note) {
    return """
        {"id": "%s", "home": "rs", "exercise": false, "standing": "ENDED",
         "children": {"%s": {"status": "ENDED", "outcome": "FOUND_SAFE"}},
         "ordersChecked": {"orders": %s},
         "reports": [{"id": "%s", "at": "%s",
           "says": {"reporter": {"relation": "PARENT", "name": {"full": %s}}}}],
         "facts": {"children": {"%s": {"names": [{"full": %s, "script": "Latn"}]}}}}"""
        .formatted(ID, CHILD, text(note), REPORT, AT, text(note), CHILD, text(note));
  }

  private static String work(String what) {
    return """
        {"items": [{"item": "%s", "kind": "AFTERCARE", "what": %s, "due": "%s"},
          {"item": "%s", "kind": "NEXT_ACTION", "what": "other work", "due": "%s"}]}"""
        .formatted(ITEM, text(what), AT, ITEM, AT);
  }

  private static String interviews(String note) {
    return """
        {"interviews": [
          {"interview": "%s", "child": "%s", "office": "SCHOOL", "name": %s,
           "offeredBy": "p-1002", "offeredAt": "%s", "due": "2026-12-02T02:00:00Z", "owner": "p-1002"},
          {"interview": "%s", "child": "%s", "office": "HOTLINE", "person": "p-1002",
           "offeredBy": "p-1002", "offeredAt": "%s", "end": {"held": true, "by": "p-1002",
             "at": "%s", "answers": [{"question": "WHERE", "text": %s}],
             "danger": {"text": %s, "feared": [], "report": "r"}}}]}"""
        .formatted(ITEM, CHILD, text(note), AT, ITEM, CHILD, AT, AT, text(note), text(note));
  }

  private static JsonNode text(String said) {
    return Json.mapper().valueToTree(said);
  }

  private String read(Language language, String note, String more) {
    node.then(200, "", ending(note, more))
        .then(200, "", found(note))
        .then(200, "", work(note))
        .then(200, "", interviews(note));
    return body(ending.read(RenderedPages.request(language), ID, ""));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  @Test
  void eachOfTheFourIsSaidForItself() {
    String page = read(Language.ENGLISH, "Mila", OPEN);

    assertThat(page)
        .contains("Is the child found?", "Is the child safe?", "Is the case closed?")
        .contains("Who may be told where the child is?")
        .contains("does not count: neither our staff nor police", "keep the child hidden")
        .contains("Must not be told where the child is.")
        .contains("Met: the child was asked", "Not met: nothing of the case is sealed")
        .contains("The child fears this person", "the child fears: ", "recorded by Ana")
        .contains("Void: something was recorded since")
        .contains("Aftercare", "An alert or a handover is not over")
        .contains("/ending/withdraw?child=" + CHILD + "&amp;report=" + REPORT)
        .contains("/ending/next?item=" + ITEM)
        .contains("The child has not answered.", "/ending/refused?item=" + ITEM)
        .contains(
            "our staff · Ana", "Where were you? Mila", "Danger, as the held report says it: Mila")
        .doesNotContain("/ending/close", "other work", "/ending/held", "/ending/offer");
  }

  @Test
  void aCaseThatIsClosedOffersToWithdrawAndWhatProtectsTheChild() {
    String page = read(Language.ENGLISH, "Mila", CLOSED);

    assertThat(page)
        .contains("came back alone", "/ending/withdraw?", "/ending/safety", "/ending/heard")
        .doesNotContain("/ending/tell", "/ending/close");
  }

  @Test
  void nothingOpenOffersToClose() {
    assertThat(read(Language.ENGLISH, "Mila", "\"open\": []")).contains("/ending/close");
  }

  @ParameterizedTest
  @EnumSource(value = EndingStep.class, mode = EnumSource.Mode.EXCLUDE, names = "HELD")
  void theEffectStandsAboveItsOneButton(EndingStep step) {
    standsAboveItsOneButton(step);
  }

  @Test
  void whatTheChildSaidIsWrittenDownByAConfidant() {
    jelena.close();
    try (var kata = new SignedIn("p-1004", "confidant")) {
      var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
      steps = new StepController(node.api(kata.tokens()), rendered.pages(), "rs", clock);
      standsAboveItsOneButton(EndingStep.HELD);

      String sent =
          sent(
                  EndingStep.HELD,
                  Map.of("answer.WHY", "so", "danger", "he waits", "feared", "CAREGIVER"))
              .body();
      assertThat(sent)
          .isEqualTo(
              "{\"answers\":[{\"question\":\"WHY\",\"text\":\"so\"}],"
                  + "\"danger\":{\"text\":\"he waits\",\"feared\":[\"CAREGIVER\"]}}");
    }
  }

  @Test
  void anOfferNamesAColleagueOrSomebodyElse() {
    assertThat(
            sent(EndingStep.OFFER, Map.of("office", "HOTLINE", "person", "p-1002", "name", "x"))
                .body())
        .isEqualTo("{\"office\":\"HOTLINE\",\"person\":\"p-1002\"}");
    assertThat(
            sent(EndingStep.OFFER, Map.of("office", "SCHOOL", "person", "p-1002", "name", "M"))
                .body())
        .isEqualTo("{\"office\":\"SCHOOL\",\"name\":\"M\"}");
  }

  private void standsAboveItsOneButton(EndingStep step) {
    for (Language language : Language.values()) {
      if (step == EndingStep.TELL) {
        node.then(200, "", ending("Mila", OPEN));
      }
      node.then(200, "", found("Mila"));

      String page =
          body(
              steps.ask(
                  RenderedPages.request(language),
                  ID,
                  step.place(),
                  Map.of("child", CHILD, "report", REPORT, "item", ITEM)));

      String effect = rendered.words(language).say("ending." + step.place() + ".effect");
      assertThat(page.indexOf(effect))
          .isPositive()
          .isLessThan(page.indexOf("<button class=\"govuk-button"));
      assertThat(page.split("<button class=\"govuk-button", -1)).hasSize(2);
    }
  }

  private AnsweringApi.Asked sent(EndingStep step, Map<String, String> said) {
    node.then(200, "", "{}");
    Map<String, String> form = new HashMap<>(said);
    form.put("key", "key-1");
    form.put("child", CHILD);
    form.put("report", REPORT);
    form.put("item", ITEM);
    var answer = steps.decide(RenderedPages.request(Language.ENGLISH), ID, step.place(), form);
    assertThat(answer.getHeaders().getLocation())
        .hasToString("/cases/" + ID + "/ending?done=" + step.place());
    return node.asked().getLast();
  }

  @Test
  void aWordSendsWhoMetTheChildAndThatAClaimantMayHaveBeenThere() {
    AnsweringApi.Asked sent =
        sent(
            EndingStep.SAFETY,
            Map.of(
                "finding",
                "SAFE",
                "who",
                "STAFF",
                "how",
                "SAW",
                "at",
                "2026-11-29T03:00",
                "note",
                " well "));

    assertThat(sent.what())
        .isEqualTo("POST /api/v1/cases/" + ID + "/children/" + CHILD + "/safety");
    assertThat(sent.key()).isEqualTo("key-1");
    assertThat(Json.mapper().readTree(sent.body()))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"finding": "SAFE", "who": "STAFF", "how": "SAW", "claimantAbsent": false,
                     "at": "2026-11-29T02:00:00Z", "note": "well"}"""));
  }

  @Test
  void aMistakeSendsItsNoteAlone() {
    Map<String, String> said = Map.of("finding", "MISTAKEN", "who", "STAFF", "note", "other case");

    assertThat(sent(EndingStep.SAFETY, said).body())
        .isEqualTo("{\"finding\":\"MISTAKEN\",\"note\":\"other case\"}");
  }

  @Test
  void aDecisionNamesItsClaimant() {
    AnsweringApi.Asked sent =
        sent(EndingStep.TELL, Map.of("ground", "g-1", "clearOfOrders", "yes", "reason", "hers"));

    assertThat(sent.what()).endsWith("/children/" + CHILD + "/whereabouts");
    assertThat(sent.body())
        .isEqualTo(
            "{\"report\":\""
                + REPORT
                + "\",\"clearOfOrders\":true,\"reason\":\"hers\",\"ground\":\"g-1\"}");
    assertThat(sent(EndingStep.WITHDRAW, Map.of("reason", "x")).what())
        .endsWith("/whereabouts/withdraw");
  }

  @Test
  void closingSaysHowEachChildWasFound() {
    AnsweringApi.Asked sent = sent(EndingStep.CLOSE, Map.of("found." + CHILD, "BY_POLICE"));

    assertThat(sent.what()).isEqualTo("POST /api/v1/cases/" + ID + "/close");
    assertThat(sent.body())
        .isEqualTo("{\"children\":[{\"child\":\"" + CHILD + "\",\"howFound\":\"BY_POLICE\"}]}");
    assertThat(sent(EndingStep.NEXT, Map.of("due", "2026-12-01T10:00")).body())
        .isEqualTo("{\"due\":\"2026-12-01T09:00:00Z\"}");
    assertThat(sent(EndingStep.DONE, Map.of()).what()).endsWith("/work/" + ITEM + "/done");
  }

  @Test
  void aChildThatIsMissingAgainHasACaseOfItsOwn() {
    node.then(201, "", "{\"case\": \"" + ITEM + "\"}");

    var answer =
        steps.decide(
            RenderedPages.request(Language.ENGLISH),
            ID,
            "again",
            Map.of("key", "key-1", "child", CHILD, "channel", "PHONE"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/cases/" + ITEM + "?done=filed");
    assertThat(node.asked().getLast().body()).isEqualTo("{\"channel\":\"PHONE\"}");
  }

  @Test
  void aRefusalKeepsWhatWasTypedAndSaysWhy() {
    node.thenProblem(409, "ground-changed")
        .then(200, "", ending("Mila", OPEN))
        .then(200, "", found("Mila"));

    var answer =
        steps.decide(
            RenderedPages.request(Language.ENGLISH),
            ID,
            "tell",
            Map.of(
                "key",
                "key-1",
                "child",
                CHILD,
                "report",
                REPORT,
                "ground",
                "g-0",
                "clearOfOrders",
                "yes",
                "reason",
                "she asks"));

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(body(answer))
        .contains("something was recorded since you opened this page", ">she asks</textarea>")
        .contains("name=\"ground\" value=\"g-1\"", "name=\"clearOfOrders\"")
        .as("what was ticked of other orders is not said of these")
        .doesNotContain("g-0", " checked");
  }

  @Test
  void aSupervisorReadsWhatHerDecisionRestsOn() {
    node.then(200, "", ending("Mila", OPEN)).then(200, "", found("he must not come near"));

    String page =
        body(
            steps.ask(
                RenderedPages.request(Language.ENGLISH),
                ID,
                "tell",
                Map.of("child", CHILD, "report", REPORT)));

    assertThat(node.asked().getFirst().what()).endsWith("/ending");
    assertThat(page)
        .contains("name=\"ground\" value=\"g-1\"")
        .contains("Police found: he must not come near", "The child fears this person")
        .contains("Met: the child was asked", "Not met: nothing of the case is sealed");
  }

  @Test
  void whomAChildFearsIsSentOnlyWhereItWasAsked() {
    assertThat(sent(EndingStep.HEARD, Map.of("wish", "AGREES", "fears", "NOBODY")).body())
        .contains("\"feared\":[\"NOBODY\"]");
    assertThat(sent(EndingStep.HEARD, Map.of("wish", "AGREES", "fears", "")).body())
        .doesNotContain("fear");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsWholeInEachLanguage(Language language) {
    assertThat(read(language, "x", OPEN)).contains("/ending/safety?child=");
    assertThat(read(language, "x", CLOSED)).contains("/ending/withdraw?");
  }

  @Test
  void hostileTextsComeBackAsTyped() {
    var known = HostileTexts.tags(read(Language.ENGLISH, "x", OPEN));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(read(Language.ENGLISH, text, OPEN))).as(text).isEqualTo(known);
    }
  }
}
