package org.homeward.console.carefiles;

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

/** The pages of care files: what a member reads, asks and sends. */
class CareFilesPagesTest {

  private static final String ID = "aaaaaa34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String CASE = "bbbbbb34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String WORDS =
      "{\"en\": \"Is it so?\", \"sr-Latn\": \"Je li?\", \"sr-Cyrl\": \"Је ли?\", \"el\": \"Είναι;\"}";
  private static final String INDICATORS =
      """
      {"rule": 1, "indicators": [
        {"indicator": "BEGS", "element": "PURPOSE", "of": ["CHILD", "ADULT"], "ask": %1$s,
         "source": {"document": "HTCDS", "section": "1"}},
        {"indicator": "IN_DEBT", "element": "MEANS", "of": ["ADULT"], "ask": %1$s,
         "source": {"document": "HTCDS", "section": "2"}}]}"""
          .formatted(WORDS);
  private static final String PROPOSED =
      """
      {"finding": "POSSIBLE_VICTIM", "forms": ["FORCED_BEGGING"], "lines": [
        {"indicator": "BEGS", "element": "PURPOSE", "answer": "YES", "weighs": "SHOWS",
         "reason": {"en": "It points there.", "sr-Latn": "Da.", "sr-Cyrl": "Да.", "el": "Ναι."}},
        {"indicator": "IN_DEBT", "element": "MEANS", "answer": "NOT_ASKED", "weighs": "LEAVES_OPEN",
         "reason": {}}]}""";
  private static final String COLLEAGUES =
      """
      {"colleagues": [{"person": "p-1", "name": "Kata", "roles": ["confidant"]},
                      {"person": "p-2", "name": "Ana", "roles": ["operator"]}]}""";

  private final RenderedPages rendered = new RenderedPages().knowing("p-2", "Ana");
  private SignedIn reader = new SignedIn("p-1", "confidant");
  private AnsweringApi node;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
  }

  @AfterEach
  void stop() {
    node.close();
    reader.close();
  }

  private void as(String... roles) {
    reader.close();
    reader = new SignedIn("p-1", roles);
  }

  private static Clock clock() {
    return Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
  }

  private CareFilesController files() {
    return new CareFilesController(node.api(reader.tokens()), rendered.pages(), clock());
  }

  private CareFileController file() {
    return new CareFileController(node.api(reader.tokens()), rendered.pages(), "rs", clock());
  }

  private ScreenController screen() {
    return new ScreenController(node.api(reader.tokens()), rendered.pages(), clock());
  }

  private static JsonNode text(String said) {
    return Json.mapper().valueToTree(said);
  }

  private static String list(String name, boolean open) {
    return """
        {"careFiles": [{"careFile": "%s", "exercise": false, "openedBy": "p-1",
          "openedAt": "2026-11-28T02:00:00Z", "members": ["p-1"], "open": %s,
          "toErase": {"by": "p-2", "officer": true, "reason": "COURT_ORDER",
                      "at": "2026-11-28T02:00:00Z"}%s}]}"""
        .formatted(
            ID,
            open,
            open
                ? ", \"age\": \"CHILD\", \"name\": %s, \"finding\": \"NOT_CLEAR\", \"forms\": [],"
                        .formatted(text(name))
                    + " \"openings\": 1"
                : "");
  }

  private static String found(String age, String said, boolean mine) {
    return """
        {"careFile": "%1$s", "version": 3, "exercise": false, "openedBy": "p-1",
         "openedAt": "2026-11-28T02:00:00Z", "members": ["p-1"], "mine": %5$s,
         "notTo": ["person:p-9"],
         "about": {"age": "%3$s", "name": %4$s, "contact": %4$s, "words": %4$s},
         "screenings": [{"number": 1, "of": "%3$s", "finding": "NO_INDICATION", "forms": [],
           "reason": %4$s, "by": "p-2", "at": "2026-11-28T02:00:00Z", "rule": 1,
           "answers": [{"indicator": "BEGS", "answer": "YES", "saidBy": "WITNESS", "note": %4$s}],
           "proposal": %6$s}],
         "consents": [{"to": [], "how": "SPOKEN", "by": "p-2", "at": "2026-11-28T02:00:00Z"},
           {"to": ["SHELTER"], "how": "WRITTEN", "by": "p-2", "at": "2026-11-28T02:00:00Z"}],
         "passedOn": [{"to": "POLICE", "name": %4$s, "what": %4$s, "ground": "IMMINENT_DANGER",
           "reason": %4$s, "by": "p-2", "at": "2026-11-28T02:00:00Z"}],
         "openings": [{"by": "p-2", "code": "DANGER_NOW", "words": %4$s,
           "at": "2026-11-28T02:00:00Z", "until": "2026-11-28T03:00:00Z"}],
         "links": [{"case": "%2$s", "by": "p-2", "at": "2026-11-28T02:00:00Z"}]}"""
        .formatted(ID, CASE, age, text(said), mine, PROPOSED);
  }

  private String readFile(Language language, String body) {
    node.then(200, "\"3\"", body).then(200, "", COLLEAGUES).then(200, "", INDICATORS);
    return body(file().read(RenderedPages.request(language), ID, ""));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  @Test
  void aMemberReadsWhomAFileIsAboutAndOpensAnother() {
    node.then(200, "", list("Boy of the bridge", true));

    String page = body(files().list(RenderedPages.request(Language.ENGLISH), "", "", "", ""));

    assertThat(page)
        .contains("Boy of the bridge", "Not clear yet", "Opened once by break-glass")
        .contains("Ana wants it erased (Ordered by a court); a member has to say so too.")
        .contains("Open and go on to the questions")
        .doesNotContain("break-glass\"");
  }

  @Test
  void aSupervisorBreaksTheGlassAndReadsNoName() {
    as("supervisor");
    node.then(200, "", list("Boy of the bridge", false));

    String page = body(files().list(RenderedPages.request(Language.ENGLISH), "", "", "", ""));

    assertThat(page)
        .contains("A file that you are no member of")
        .contains("action=\"/care-files/" + ID + "/break-glass\"")
        .doesNotContain("Boy of the bridge", "Open and go on to the questions");
  }

  @Test
  void brokenGlassLeadsToTheFile() {
    as("supervisor");
    node.then(200, "", "{\"careFile\": \"" + ID + "\", \"erased\": false}");

    var answer =
        files()
            .breakGlass(
                RenderedPages.request(Language.ENGLISH),
                ID,
                Map.of("key", "key-1", "code", "DANGER_NOW", "words", " he is here "));

    assertThat(answer.getHeaders().getLocation()).hasToString("/care-files/" + ID);
    assertThat(node.asked().getLast().body())
        .isEqualTo("{\"code\":\"DANGER_NOW\",\"words\":\"he is here\"}");
  }

  @Test
  void theOfficerSaysAWordToErase() {
    as("dpo");
    node.then(200, "", "{\"careFile\": \"" + ID + "\", \"erased\": false}");

    var answer =
        files()
            .erase(
                RenderedPages.request(Language.ENGLISH),
                ID,
                Map.of("key", "key-1", "reason", "COURT_ORDER"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/care-files?done=waits");
  }

  @Test
  void aNewFileLeadsToTheQuestions() {
    node.then(201, "", "{\"careFile\": \"" + ID + "\"}");

    var answer =
        files()
            .open(
                RenderedPages.request(Language.ENGLISH),
                Map.of("key", "key-1", "exercise", "false", "age", "CHILD", "bornIn", "2014"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/care-files/" + ID + "/screen");
    assertThat(node.asked().getLast().body())
        .isEqualTo("{\"exercise\":false,\"about\":{\"age\":\"CHILD\",\"bornIn\":2014}}");
  }

  @Test
  void aFileSaysWhatWasDecidedToldAndAgreed() {
    String page = readFile(Language.ENGLISH, found("ADULT", "at the door", true));

    assertThat(page)
        .contains("No indication", "The rule had proposed: Possible victim", "at the door")
        .contains("Nobody may learn of it (Spoken)", "Shelter may learn of it (Written)")
        .contains("Imminent danger", "Somebody is in danger now")
        .contains("/cases/" + CASE, "1 person must not learn of it.")
        .contains("name=\"member.p-1\" value=\"true\" checked")
        .contains("name=\"ground\" value=\"CONSENT\"")
        .doesNotContain("value=\"CHILD_PROTECTION\"");
  }

  @Test
  void nobodyIsAskedForTheConsentOfAChild() {
    assertThat(readFile(Language.ENGLISH, found("CHILD", "x", true)))
        .contains("A child is protected whether it agrees or not")
        .contains("name=\"ground\" value=\"CHILD_PROTECTION\"")
        .doesNotContain("Record the consent", "name=\"ground\" value=\"CONSENT\"");
  }

  @Test
  void whoeverBrokeTheGlassOnlyReads() {
    as("supervisor");

    assertThat(readFile(Language.ENGLISH, found("ADULT", "at the door", false)))
        .contains("You have opened this file by break-glass", "at the door")
        .doesNotContain("<form method=\"post\" action=\"/care-files/");
  }

  @Test
  void aCaseIsLinkedByTheAddressOfItsPage() {
    node.then(200, "", "{\"careFile\": \"" + ID + "\"}");

    var answer =
        file()
            .link(
                RenderedPages.request(Language.ENGLISH),
                ID,
                Map.of("key", "k", "case", "http://127.0.0.1:8080/cases/" + CASE + "/work?x"));

    assertThat(answer.getHeaders().getLocation()).hasToString("/care-files/" + ID + "?done=links");
    assertThat(node.asked().getLast().body()).isEqualTo("{\"case\":\"" + CASE + "\"}");
  }

  @Test
  void consentNamesTheOfficesThatWerePressed() {
    node.then(200, "", "{}");

    file()
        .agree(
            RenderedPages.request(Language.ENGLISH),
            ID,
            Map.of(
                "key",
                "k",
                "seen",
                "\"3\"",
                "to.SHELTER",
                "true",
                "to.LAWYER",
                "true",
                "how",
                "SPOKEN"));

    AnsweringApi.Asked sent = node.asked().getLast();
    assertThat(sent.seen()).isEqualTo("\"3\"");
    assertThat(sent.body()).isEqualTo("{\"to\":[\"LAWYER\",\"SHELTER\"],\"how\":\"SPOKEN\"}");
  }

  @Test
  void aRefusalSaysWhyAndKeepsWhatWasTyped() {
    node.thenProblem(409, "consent-missing");
    node.then(200, "\"3\"", found("ADULT", "x", true))
        .then(200, "", COLLEAGUES)
        .then(200, "", INDICATORS);

    var answer =
        file()
            .passOn(
                RenderedPages.request(Language.ENGLISH),
                ID,
                Map.of(
                    "key",
                    "k",
                    "seen",
                    "\"3\"",
                    "to",
                    "POLICE",
                    "whom",
                    "an officer",
                    "what",
                    "all of it",
                    "ground",
                    "CONSENT"));

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(body(answer))
        .contains("has not agreed that this office learns of it")
        .contains("an officer", "all of it");
  }

  @Test
  void aChildIsNotAskedAboutMeansAndWhatNobodyAskedIsNoNo() {
    node.then(200, "\"3\"", found("CHILD", "x", true))
        .then(200, "", INDICATORS)
        .then(200, "", PROPOSED);

    String page = body(screen().read(RenderedPages.request(Language.ENGLISH), ID));

    assertThat(page)
        .contains("name=\"answer.BEGS\" value=\"YES\" checked")
        .contains("1 question is not asked yet. That is not a no.", "It points there.")
        .contains("Possible victim", "Forced begging")
        .doesNotContain("answer.IN_DEBT", "name=\"finding\" value=\"POSSIBLE_VICTIM\" checked");
    assertThat(node.asked().getLast().body())
        .contains("\"of\":\"CHILD\"")
        .contains("\"indicator\":\"BEGS\",\"answer\":\"YES\",\"saidBy\":\"WITNESS\"");
  }

  private static String[] parts(String page) {
    return page.split("<details class=\"govuk-details hw-risk__part\"");
  }

  @Test
  void aScreeningIsOpenWhereSomethingIsStillToBeAsked() {
    node.then(200, "\"3\"", found("ADULT", "x", true))
        .then(200, "", INDICATORS)
        .then(200, "", PROPOSED);

    String[] parts = parts(body(screen().read(RenderedPages.request(Language.ENGLISH), ID)));

    assertThat(parts).hasSize(3);
    assertThat(parts[1]).startsWith(">").contains("1 of 1 answered", "answer.BEGS");
    assertThat(parts[2]).startsWith(" open>").contains("0 of 1 answered", "answer.IN_DEBT");
  }

  @Test
  void aScreeningIsOpenWhereAnAnswerLacksItsSource() {
    node.then(200, "\"3\"", found("ADULT", "x", true))
        .then(200, "", INDICATORS)
        .then(200, "", PROPOSED);

    String page =
        body(
            screen()
                .propose(
                    RenderedPages.request(Language.ENGLISH),
                    ID,
                    Map.of(
                        "answer.BEGS", "NO", "answer.IN_DEBT", "NO", "saidBy.IN_DEBT", "STAFF")));

    assertThat(parts(page)[1]).startsWith(" open>").contains("answer.BEGS");
    assertThat(parts(page)[2]).startsWith(">").contains("answer.IN_DEBT");
  }

  @Test
  void aDecisionSendsAnswersWithTheirSource() {
    node.then(200, "", "{}");

    var answer =
        screen()
            .decide(
                RenderedPages.request(Language.ENGLISH),
                ID,
                Map.of(
                    "key", "k",
                    "seen", "\"3\"",
                    "answer.BEGS", "YES",
                    "saidBy.BEGS", "FAMILY",
                    "note.BEGS", " at the bridge ",
                    "answer.IN_DEBT", "NOT_ASKED",
                    "finding", "POSSIBLE_VICTIM",
                    "forms.FORCED_BEGGING", "true"));

    assertThat(answer.getHeaders().getLocation())
        .hasToString("/care-files/" + ID + "?done=screenings");
    assertThat(node.asked().getLast().body())
        .isEqualTo(
            "{\"answers\":[{\"indicator\":\"BEGS\",\"answer\":\"YES\",\"saidBy\":\"FAMILY\","
                + "\"note\":\"at the bridge\"}],\"finding\":\"POSSIBLE_VICTIM\","
                + "\"forms\":[\"FORCED_BEGGING\"]}");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePagesAreWholeInEachLanguage(Language language) {
    assertThat(readFile(language, found("ADULT", "x", true))).contains("name=\"to.SHELTER\"");
    node.then(200, "\"3\"", found("ADULT", "x", true))
        .then(200, "", INDICATORS)
        .then(200, "", PROPOSED);
    assertThat(body(screen().read(RenderedPages.request(language), ID)))
        .contains("name=\"answer.IN_DEBT\"");
    node.then(200, "", list("x", true));
    assertThat(body(files().list(RenderedPages.request(language), "", "", "", "")))
        .contains("name=\"exercise\"");
  }

  @Test
  void aFileBeginsWithWhatACallerSaidOfAJobOffer() {
    node.then(
            200,
            "",
            """
            {"call": "%1$s", "exercise": false, "number": "+381 64 1",
             "jobOffer": {"employer": "Hotel Sonne", "checked": []}}"""
                .formatted(ID))
        .then(200, "", "{\"rule\": 1, \"questions\": []}")
        .then(200, "", "{\"careFiles\": []}");

    String page = body(files().list(RenderedPages.request(Language.ENGLISH), "", "", ID, ""));

    assertThat(page)
        .contains("Employer: Hotel Sonne</textarea>", "+381 64 1</textarea>")
        .contains("name=\"exercise\" value=\"false\" checked");
  }

  @Test
  void hostileTextsComeBackAsTyped() {
    var known = HostileTexts.tags(readFile(Language.ENGLISH, found("ADULT", "x", true)));
    for (String said : HostileTexts.all()) {
      assertThat(HostileTexts.tags(readFile(Language.ENGLISH, found("ADULT", said, true))))
          .as(said)
          .isEqualTo(known);
    }
  }
}
