package org.homeward.console.family;

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

/** The page of a family, its steps, and the text that is read aloud. */
class FamilyPagesTest {

  private static final String ID = "aaaaaa34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String MOTHER = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String FATHER = "2c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String UPDATE = "3c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String REPORT = "4c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String AT = "2026-11-29T02:00:00Z";
  private static final String ALOUD = "Danas nema ničega što smemo da vam kažemo.";

  private final RenderedPages rendered = new RenderedPages().knowing("p-1002", "Ana");
  private final SignedIn jelena = new SignedIn("p-1001", "supervisor");
  private AnsweringApi node;
  private FamilyController family;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    family = controller(jelena);
  }

  private FamilyController controller(SignedIn person) {
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    return new FamilyController(node.api(person.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    jelena.close();
  }

  private static JsonNode text(String said) {
    return Json.mapper().valueToTree(said);
  }

  private static String say(String text) {
    return "{\"sr-Latn\": \"%s\", \"sr-Cyrl\": \"%s\", \"en\": \"%s\", \"el\": \"%s\"}"
        .formatted(text, text, text, text);
  }

  private static String family(String note) {
    String said = "\"by\": \"p-1002\", \"at\": \"%s\"".formatted(AT);
    return """
        {"case": "%s", "exercise": false, "sentences": [
          {"sentence": "NOTHING_NEW", "tells": "OUR_WORK", "promises": true, "say": %s},
          {"sentence": "SEARCH_ENDED", "tells": "END", "promises": true, "say": %s}],
         "contacts": [
          {"contact": "%s", "name": %s, "number": "+381641234567", "relation": "PARENT",
           "report": "%s", "language": "sr-Latn", "mustNotLearn": %s, %s,
           "next": {"due": "%s", "owner": "p-1002", "setBy": "p-1002", "setAt": "%s", "overdue": true},
           "told": [{"update": "%s", "sentence": "NOTHING_NEW", "edition": 1, "language": "sr-Latn",
             %s, "countsAsTold": true}],
           "attempts": [{"how": "NOBODY_ANSWERED", %s}], "mayHear": ["NOTHING_NEW"]},
          {"contact": "%s", "name": "Marko K", "number": "+381647654321", "relation": "PARENT",
           "language": "en", %s, "renumbered": {"reason": %s, %s}, "mayHear": [],
           "unmet": ["NOT_FEARED"], "told": [{"update": "%s", "sentence": "OLD", "edition": 1,
             "language": "en", "text": %s, %s, "how": "TOLD", "countsAsTold": true}]}]}"""
        .formatted(
            ID,
            say("Nothing today. We call again: {nextCall}. Or {hotline}."),
            say("The search has ended."),
            MOTHER,
            text(note),
            REPORT,
            text(note),
            said,
            AT,
            AT,
            UPDATE,
            said,
            said,
            FATHER,
            said,
            text(note),
            said,
            UPDATE,
            text(note),
            said);
  }

  private static String found(String note) {
    return """
        {"id": "%s", "home": "rs", "exercise": false, "children": {},
         "reports": [{"id": "%s", "at": "%s",
           "says": {"reporter": {"relation": "PARENT", "name": {"full": %s}}}}],
         "facts": {"children": {}}}"""
        .formatted(ID, REPORT, AT, text(note));
  }

  private FamilyPagesTest answering(String note) {
    node.then(200, "", family(note)).then(200, "", found(note));
    return this;
  }

  private String read(Language language, String note) {
    answering(note);
    return body(family.read(RenderedPages.request(language), ID, ""));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  private String asked(Language language, FamilyStep step) {
    answering("Mila");
    return body(
        family.ask(
            RenderedPages.request(language),
            ID,
            step.place(),
            Map.of("contact", MOTHER, "update", UPDATE)));
  }

  @Test
  void eachPersonIsSaidForItselfWithWhatItMustNotLearn() {
    String page = read(Language.ENGLISH, "Mila");

    assertThat(page)
        .contains("hw-warnings", "Must not learn:", "+381641234567")
        .contains("Overdue.", "Next call: ", "Ana")
        .contains("Nothing today. We call again: (the time of our next call). Or 116 000.")
        .contains("counts as told: nobody has said what became of the call")
        .contains("/family/tell?contact=" + MOTHER, "/family/outcome?contact=" + MOTHER)
        .contains("This person hears nothing now.", "somebody fears people like this person")
        .contains("No call of this person is named", "The number was changed · Mila")
        .contains("Calls that reached nobody:", "Nobody answered · Ana")
        .contains("/family/missed?contact=" + MOTHER)
        .contains("Read aloud:", "/family/number?contact=" + FATHER)
        .doesNotContain("/family/tell?contact=" + FATHER, "The search has ended.");
  }

  @ParameterizedTest
  @EnumSource(FamilyStep.class)
  void theEffectStandsAboveItsOneButton(FamilyStep step) {
    for (Language language : Language.values()) {
      String page = asked(language, step);

      String effect = rendered.words(language).say("family." + step.place() + ".effect");
      assertThat(page.indexOf(effect))
          .isPositive()
          .isLessThan(page.indexOf("<button class=\"govuk-button"));
      assertThat(page.split("<button class=\"govuk-button", -1)).hasSize(2);
    }
  }

  @Test
  void aCallShowsItsNumberAndNoTextBeforeNameAndNumberAreConfirmed() {
    String page = asked(Language.ENGLISH, FamilyStep.TELL);

    assertThat(page)
        .contains("href=\"tel:+381641234567\"", "Do not say it yourself")
        .contains("name=\"number\" value=\"\"", "name=\"name\" value=\"\"")
        .contains("<option value=\"NOTHING_NEW\"")
        .doesNotContain(ALOUD, "SEARCH_ENDED");
    assertThat(page.indexOf("hw-warnings"))
        .isPositive()
        .isLessThan(page.indexOf("action=\"/cases/" + ID + "/family/tell\""));
  }

  @Test
  void theTextIsReadAloudInTheLanguageOfThePersonAndItsEndIsOnePress() {
    node.then(
            201,
            "",
            """
            {"case": "%s", "contact": "%s", "update": "%s", "sentence": "NOTHING_NEW",
             "language": "sr-Latn", "text": "%s"}"""
                .formatted(ID, MOTHER, UPDATE, ALOUD))
        .then(200, "", family("Mila"));

    String page =
        body(
            sent(
                FamilyStep.TELL,
                Map.of(
                    "sentence", "NOTHING_NEW",
                    "name", " Mila K ",
                    "number", "064 1234567",
                    "due", "2026-11-30T10:00",
                    "owner", "p-1002")));

    assertThat(node.asked().getFirst().what())
        .isEqualTo("POST /api/v1/cases/" + ID + "/family/contacts/" + MOTHER + "/updates");
    assertThat(Json.mapper().readTree(node.asked().getFirst().body()))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"number": "064 1234567", "name": "Mila K", "sentence": "NOTHING_NEW",
                     "next": {"due": "2026-11-30T09:00:00Z", "owner": "p-1002"}}"""));
    assertThat(page)
        .contains("lang=\"sr-Latn\">" + ALOUD, "hw-warnings", "say that you can say nothing more")
        .contains("name=\"update\" value=\"" + UPDATE, "value=\"TOLD\"", "value=\"NOT_REACHED\"");
  }

  @Test
  void whoeverIsNotConfirmedSeesNoTextAndReadsWhatToDo() {
    node.thenProblem(409, "number-not-on-file")
        .then(200, "", family("Mila"))
        .then(200, "", found("Mila"));

    var answer =
        sent(
            FamilyStep.TELL,
            Map.of("sentence", "NOTHING_NEW", "name", "Mila K", "number", "+381640000000"));

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(body(answer))
        .contains("Hang up, and call the number on file.", "value=\"+381640000000\"")
        .doesNotContain(ALOUD);
  }

  @Test
  void whatAPersonMustNotLearnIsChangedFromWhatStandsThere() {
    answering("that he was seen");

    String page =
        body(
            family.ask(
                RenderedPages.request(Language.ENGLISH), ID, "keep", Map.of("contact", MOTHER)));

    assertThat(page.substring(page.indexOf("<textarea"))).contains(">that he was seen</textarea>");
  }

  @Test
  void stepsSendWhatTheySay() {
    node.then(201, "", "{}");
    sent(
        FamilyStep.ADD,
        Map.of("name", "A B", "number", "+381641234567", "relation", "PARENT", "language", "en"));
    assertThat(node.asked().getLast().what()).endsWith("/family/contacts");
    assertThat(node.asked().getLast().body()).doesNotContain("next", "owner");

    node.then(200, "", "{}");
    var answer = sent(FamilyStep.OUTCOME, Map.of("how", "TOLD"));
    assertThat(node.asked().getLast().what()).endsWith("/updates/" + UPDATE + "/outcome");
    assertThat(node.asked().getLast().body()).isEqualTo("{\"how\":\"TOLD\"}");
    assertThat(answer.getHeaders().getLocation())
        .hasToString("/cases/" + ID + "/family?done=outcome");

    node.then(200, "", "{}");
    var missed = sent(FamilyStep.MISSED, Map.of("how", "NOBODY_ANSWERED"));
    assertThat(node.asked().getLast().what()).endsWith("/contacts/" + MOTHER + "/attempts");
    assertThat(node.asked().getLast().body()).isEqualTo("{\"how\":\"NOBODY_ANSWERED\"}");
    assertThat(missed.getHeaders().getLocation())
        .hasToString("/cases/" + ID + "/family?done=missed");

    node.then(200, "", "{}");
    sent(FamilyStep.NEXT, Map.of("due", "2026-11-30T10:00"));
    assertThat(node.asked().getLast().body()).isEqualTo("{\"due\":\"2026-11-30T09:00:00Z\"}");
  }

  private ResponseEntity<String> sent(FamilyStep step, Map<String, String> said) {
    Map<String, String> form = new HashMap<>(said);
    form.put("key", "key-1");
    form.put("contact", MOTHER);
    form.put("update", UPDATE);
    return family.decide(RenderedPages.request(Language.ENGLISH), ID, step.place(), form);
  }

  @Test
  void anOfficerReadsAndDoesNothing() {
    jelena.close();
    try (var vera = new SignedIn("p-1009", "dpo")) {
      family = controller(vera);

      assertThat(read(Language.ENGLISH, "Mila"))
          .contains("Read aloud:")
          .doesNotContain("/family/tell", "/family/add", "/family/number", "/family/outcome");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsWholeInEachLanguage(Language language) {
    assertThat(read(language, "x")).contains("/family/keep?contact=");
  }

  @Test
  void hostileTextsComeBackAsTyped() {
    var known = HostileTexts.tags(read(Language.ENGLISH, "x"));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(read(Language.ENGLISH, text))).as(text).isEqualTo(known);
    }
  }
}
