package org.homeward.console.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
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

/** The page on which a risk is assessed: what it asks, proposes and sends. */
class RiskPagesTest {

  private static final String ID = "aaaaaa34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String QUESTIONS =
      """
      {"rule": 1, "review": {}, "questions": [
        {"question": "HARMED", "group": "CALL_HANDLER", "ask": %1$s, "source": %2$s},
        {"question": "UNDER_13", "group": "CRITERION", "ask": %1$s, "source": %2$s}]}"""
          .formatted(
              """
              {"en": "Is it so?", "sr-Latn": "Je li?", "sr-Cyrl": "Је ли?", "el": "Είναι;"}""",
              "{\"document\": \"Police of Belgium\", \"section\": \"1\"}");
  private static final String PROPOSED =
      """
      {"level": "HIGH", "category": "UNDETERMINED", "lines": [
        {"question": "HARMED", "answer": "NOT_ASKED", "level": "MEDIUM", "reason": {}},
        {"question": "UNDER_13", "answer": "YES", "level": "HIGH", "reason": {
          "en": "It is younger.", "sr-Latn": "Mlađe.", "sr-Cyrl": "Млађе.", "el": "Μικρότερο."}}]}""";

  private final RenderedPages rendered = new RenderedPages().knowing("p-1002", "Ana");
  private final SignedIn jelena = new SignedIn("p-1001", "supervisor");
  private AnsweringApi node;
  private RiskController risk;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    risk = new RiskController(node.api(jelena.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    jelena.close();
  }

  private static String found(String standing) {
    return """
        {"id": "%s", "home": "rs", "exercise": false, "standing": "%s", "facts": {}}"""
        .formatted(ID, standing);
  }

  private static String assessments(String note) {
    return """
        {"case": "%s", "exercise": false, "more": false,
         "reports": [
           {"report": "r1", "at": "2026-11-29T01:00:00Z", "held": true, "fits": false},
           {"report": "r2", "at": "2026-11-29T02:00:00Z", "held": false, "fits": true}],
         "assessments": [{"number": 4, "level": "MEDIUM", "category": "RUNAWAY",
           "reviewAt": "2026-11-20T02:00:00Z", "stays": ["level"], "report": "r1",
           "by": "p-1002", "at": "2026-11-29T02:00:00Z", "rule": 1, "written": "REFUSED",
           "answers": [{"question": "UNDER_13", "answer": "YES", "note": %s}],
           "proposal": %s, "reason": %s}]}"""
        .formatted(ID, text(note), PROPOSED, text(note));
  }

  private static String none() {
    return "{\"case\": \"%s\", \"exercise\": false, \"reports\": [], \"assessments\": []}"
        .formatted(ID);
  }

  private static JsonNode text(String said) {
    return Json.mapper().valueToTree(said);
  }

  private AnsweringApi pageFor(String assessments) {
    return pageFor(assessments, found("OPEN"));
  }

  private AnsweringApi pageFor(String assessments, String found) {
    return node.then(200, "", assessments)
        .then(200, "", found)
        .then(200, "", QUESTIONS)
        .then(200, "", PROPOSED);
  }

  /** Shown again, the page reads the case first. */
  private void pageAgain(String assessments) {
    node.then(200, "", found("OPEN"))
        .then(200, "", assessments)
        .then(200, "", QUESTIONS)
        .then(200, "", PROPOSED);
  }

  private String read(Language language, String assessments) {
    pageFor(assessments);
    return body(risk.read(RenderedPages.request(language), ID));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  @Test
  void whatNobodyAskedIsShownAsThatAndDecidedIsNothingYet() {
    String page = read(Language.ENGLISH, none());

    assertThat(page)
        .contains("name=\"answer.HARMED\" value=\"NOT_ASKED\" checked")
        .contains("1 question is not asked yet. That is not a no.")
        .contains("It is younger.", "Police of Belgium")
        .doesNotContain("name=\"level\" value=\"HIGH\" checked")
        .contains("Nobody has assessed the risk of this case yet.");
  }

  private static String saying(String category, String release) {
    String says =
        "{\"category\": \"%s\", \"children\": {\"c\": {\"ageYears\": {\"from\": 14, \"to\": 14}}}}"
            .formatted(category);
    return """
        {"id": "%s", "home": "rs", "exercise": false, "standing": "OPEN", "children": {"c": {}},
         "facts": %s, "reports": [
          {"id": "r1", "policeRelease": {"status": "%s"}, "says": %s},
          {"id": "r2", "policeRelease": {"status": "RELEASED"}, "says": {}}]}"""
        .formatted(ID, says, release, says);
  }

  @Test
  void whatAReportSaysIsFilledInAndMarkedAndNotYetAnAnswer() {
    pageFor(none(), saying("RUNAWAY", "RELEASED"));

    String page = body(risk.read(RenderedPages.request(Language.ENGLISH), ID));

    assertThat(page)
        .contains("name=\"answer.UNDER_13\" value=\"NO\" checked")
        .contains("name=\"said.UNDER_13\" value=\"NO\"")
        .contains("name=\"answer.HARMED\" value=\"NOT_ASKED\" checked")
        .doesNotContain("name=\"said.HARMED\"")
        .containsOnlyOnce("From the report. Nobody has answered it yet")
        .contains("The reports say now: Runaway.")
        .doesNotContain("name=\"level\" value=\"HIGH\" checked", "value=\"r1\" selected");
    assertThat(node.asked().getLast().body()).contains("\"UNDER_13\",\"answer\":\"NO\"");
    assertThat(node.asked())
        .as("nothing is recorded")
        .noneMatch(it -> it.what().contains("POST /api/v1/cases"));
  }

  /** A report that leaves must not take along what a held one says. */
  @Test
  void whatAHeldReportSaysIsNamedAsItsSource() {
    JsonNode held = Json.mapper().readTree(saying("RUNAWAY", "HELD"));

    Map<String, String> form = SaidInReports.in(held, Map.of("answer.RUNAWAY", "UNKNOWN"));

    assertThat(form)
        .containsEntry("answer.UNDER_13", "NO")
        .containsEntry("from.UNDER_13", "r1")
        .as("a person has answered otherwise")
        .containsEntry("answer.RUNAWAY", "UNKNOWN")
        .doesNotContainKey("said.RUNAWAY");
  }

  @Test
  void aSiblingWhoseAgeNobodySaidMayBeYounger() {
    JsonNode two =
        Json.mapper()
            .readTree(
                saying("RUNAWAY", "RELEASED").replace("{\"c\": {}}", "{\"c\": {}, \"d\": {}}"));

    assertThat(SaidInReports.in(two, Map.of())).doesNotContainKey("answer.UNDER_13");
  }

  @Test
  void whatWasDecidedBeforeStandsBelowAndItsAnswersStand() {
    String page = read(Language.ENGLISH, assessments("at school"));

    assertThat(page)
        .contains("name=\"answer.UNDER_13\" value=\"YES\" checked")
        .contains("Decided by Ana", "The review is overdue", "The rule had proposed: High risk")
        .contains("The level stays with the team", "The report does not say so")
        .contains("name=\"after\" value=\"4\"")
        .contains("name=\"from.HARMED\"", "<option value=\"r1\">From the report of")
        .doesNotContain("<option value=\"r2\"");
  }

  @Test
  void aDecisionThatTheReportDoesNotSayIsNotOnlyCalledRecorded() {
    var story = new RiskStory(rendered.words(Language.ENGLISH), "p-1001", RenderedPages.NOW);

    assertThat(story.done(Json.mapper().readTree(assessments("at school"))))
        .startsWith("Recorded: Medium risk, Runaway.")
        .contains("The task of the next review is yours. The report does not say so");
  }

  @Test
  void anAssessmentSendsWhatWasAnsweredAndWhatWasRead() {
    node.then(200, "", QUESTIONS).then(201, "", "{}");

    var answer =
        risk.assess(
            RenderedPages.request(Language.ENGLISH),
            ID,
            Map.of(
                "key", "key-1",
                "after", "4",
                "answer.UNDER_13", "YES",
                "answer.HARMED", "NOT_ASKED",
                "note.UNDER_13", " ten ",
                "from.UNDER_13", "r1",
                "level", "HIGH",
                "category", "RUNAWAY",
                "reason", " "));

    assertThat(answer.getHeaders().getLocation()).hasToString("/cases/" + ID + "?done=assessed");
    AnsweringApi.Asked sent = node.asked().getLast();
    assertThat(sent.what()).isEqualTo("POST /api/v1/cases/" + ID + "/assessments");
    assertThat(sent.key()).isEqualTo("key-1");
    assertThat(sent.body())
        .isEqualTo(
            "{\"after\":4,\"answers\":[{\"question\":\"UNDER_13\",\"answer\":\"YES\","
                + "\"note\":\"ten\",\"from\":\"r1\"}],\"level\":\"HIGH\",\"category\":\"RUNAWAY\"}");
  }

  @Test
  void whoeverComesSecondReadsWhatWasDecidedAndDecidesAgain() {
    node.then(200, "", QUESTIONS).thenProblem(409, "assessed-meanwhile");
    pageAgain(assessments("x"));

    var answer =
        risk.assess(
            RenderedPages.request(Language.ENGLISH),
            ID,
            Map.of("key", "key-1", "after", "3", "answer.HARMED", "NO", "level", "LOW"));

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(body(answer))
        .contains("Somebody else has assessed the case meanwhile")
        .contains("name=\"after\" value=\"4\"")
        .contains("name=\"answer.HARMED\" value=\"NO\" checked")
        .contains("name=\"level\" value=\"LOW\" checked");
  }

  @Test
  void aMissingReasonIsSaidAtItsField() {
    node.then(200, "", QUESTIONS)
        .then(
            422,
            "",
            "{\"type\": \"urn:homeward:problem:invalid\","
                + " \"errors\": [{\"pointer\": \"/reason\", \"rule\": \"required\"}]}");
    pageAgain(none());

    var answer =
        risk.assess(
            RenderedPages.request(Language.ENGLISH),
            ID,
            Map.of("key", "key-1", "level", "LOW", "category", "RUNAWAY"));

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(body(answer)).contains("id=\"reason-error\"", "href=\"#reason\"");
  }

  @Test
  void anEndedCaseIsOnlyRead() {
    node.then(200, "", assessments("x")).then(200, "", found("ENDED")).then(200, "", QUESTIONS);

    String page = body(risk.read(RenderedPages.request(Language.ENGLISH), ID));

    assertThat(page).contains("Decided by Ana").doesNotContain("<button class=\"govuk-button\"");
  }

  @Test
  void theCasePageSaysWhoDecidedAndWhenItIsReviewed() {
    var story = new RiskStory(rendered.words(Language.ENGLISH), "p-1001", RenderedPages.NOW);

    assertThat(story.newest(Json.mapper().readTree(assessments("x"))))
        .contains("Decided by Ana", "overdue");
    assertThat(story.newest(Json.mapper().readTree(none()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsWholeInEachLanguage(Language language) {
    assertThat(read(language, assessments("x"))).contains("name=\"answer.HARMED\"");
  }

  @Test
  void hostileTextsComeBackAsTyped() {
    var known = HostileTexts.tags(read(Language.ENGLISH, assessments("x")));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(read(Language.ENGLISH, assessments(text))))
          .as(text)
          .isEqualTo(known);
    }
  }
}
