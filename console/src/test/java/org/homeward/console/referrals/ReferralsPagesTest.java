package org.homeward.console.referrals;

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

/** The pages of referrals: the sheet before it is handed over, and each step after it. */
class ReferralsPagesTest {

  private static final String FILE = "aaaaaa34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String ID = "bbbbbb34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String PROVIDER = "cccccc34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String HERE = "/care-files/" + FILE + "/referrals/" + ID;

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

  private static Clock clock() {
    return Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
  }

  private ReferralsController work() {
    return new ReferralsController(node.api(reader.tokens()), rendered.pages(), clock());
  }

  private FileReferralsController file() {
    return new FileReferralsController(node.api(reader.tokens()), rendered.pages(), clock());
  }

  private ReferralController one() {
    return new ReferralController(node.api(reader.tokens()), rendered.pages(), clock());
  }

  private static JsonNode text(String said) {
    return Json.mapper().valueToTree(said);
  }

  private static String line(String stage, String said) {
    return """
        "referral": "%s", "careFile": "%s", "exercise": false, "reference": "AB12CD34",
        "service": "ACCOMMODATION", "provider": "%s", "name": %s, "stage": "%s",
        "due": "2026-03-04T12:00:00Z", "overdue": true, "owner": "p-2\""""
        .formatted(ID, FILE, PROVIDER, text(said), stage);
  }

  private static String found(String stage, String age, String allowed, String said) {
    return """
        {%1$s, "version": 3, "mine": true, "phone": "+381112345678",
         "sheet": {"reference": "AB12CD34", "service": "ACCOMMODATION", "age": "%2$s",
           "language": "rom", "words": %3$s},
         "allowed": [%4$s], "choices": ["NAME", "LANGUAGE"],
         "steps": [{"stage": "DRAFT", "by": "p-1", "at": "2026-03-01T02:00:00Z"},
           {"stage": "REJECTED", "by": "p-2", "at": "2026-03-01T03:00:00Z", "reason": "FULL",
            "note": %3$s}]}"""
        .formatted(line(stage, said), age, text(said), allowed);
  }

  private String read(Language language, String body) {
    node.then(200, "\"3\"", body);
    return body(one().read(RenderedPages.request(language), FILE, ID, ""));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  @Test
  void theSheetStandsThereBeforeAnybodyAgreesAndAChildIsNotAsked() {
    String page =
        read(
            Language.ENGLISH,
            found("DRAFT", "CHILD", "\"CONSENT\", \"REDRAFT\", \"REVOKE\"", "a quiet room"));

    assertThat(page)
        .contains("Exactly this, and nothing else", "a quiet room", "Romany", "AB12CD34")
        .contains("name=\"ground\" value=\"CHILD_PROTECTION\"", "No place: a quiet room")
        .contains("name=\"fields.LANGUAGE\" value=\"true\" checked", "Overdue.")
        .doesNotContain("name=\"ground\" value=\"CONSENT\"", "value=\"SEND\"", "Year of birth");
  }

  @Test
  void anAdultIsAskedAndSaysHow() {
    assertThat(read(Language.ENGLISH, found("DRAFT", "ADULT", "\"CONSENT\"", "x")))
        .contains("name=\"ground\" value=\"CONSENT\"", "name=\"how\" value=\"IN_PERSON\"")
        .doesNotContain("CHILD_PROTECTION");
  }

  @Test
  void whoeverHasBrokenTheGlassOnlyReads() {
    String glass =
        found("SENT", "CHILD", "\"SEE\", \"REVOKE\"", "x")
            .replace("\"mine\": true", "\"mine\": false");

    assertThat(read(Language.ENGLISH, glass))
        .doesNotContain("method=\"post\" action=\"/care-files");
  }

  @Test
  void aProviderThatHoldsTheSheetIsToldBeforeARevocation() {
    assertThat(read(Language.ENGLISH, found("SENT", "CHILD", "\"REVOKE\"", "x")))
        .contains("How you told the provider to destroy it");
    assertThat(read(Language.ENGLISH, found("CONSENTED", "CHILD", "\"REVOKE\"", "x")))
        .doesNotContain("How you told the provider to destroy it");
  }

  @Test
  void thePaperHasTheSheetAndNothingOfTheFile() {
    node.then(200, "\"3\"", found("CONSENTED", "CHILD", "\"SEND\"", "a quiet room"));

    String paper = body(one().print(RenderedPages.request(Language.ENGLISH), FILE, ID));

    assertThat(paper)
        .contains("a quiet room", "AB12CD34", "Say the reference on the telephone")
        .doesNotContain("No place", "name=\"step\"");
  }

  @Test
  void aNewOneBeginsWithItsSheet() {
    node.then(201, "\"1\"", "{\"referral\": \"" + ID + "\", \"stage\": \"DRAFT\"}");

    var answer =
        file()
            .draft(
                RenderedPages.request(Language.ENGLISH),
                FILE,
                Map.of(
                    "key", "k",
                    "provider", PROVIDER,
                    "service", "ACCOMMODATION",
                    "fields.LANGUAGE", "true",
                    "words", " a quiet room ",
                    "due", ""));

    assertThat(answer.getHeaders().getLocation()).hasToString(HERE + "?done=DRAFT");
    assertThat(node.asked().getLast().body())
        .isEqualTo(
            "{\"fields\":[\"LANGUAGE\"],\"words\":\"a quiet room\",\"provider\":\""
                + PROVIDER
                + "\",\"service\":\"ACCOMMODATION\"}");
  }

  @Test
  void aStepIsRecordedWithTheVersionThatWasRead() {
    node.then(200, "\"4\"", "{\"referral\": \"" + ID + "\", \"stage\": \"SENT\"}");

    var answer =
        one()
            .step(
                RenderedPages.request(Language.ENGLISH),
                FILE,
                ID,
                Map.of("key", "k", "seen", "\"3\"", "step", "SEND", "how", "PHONE"));

    assertThat(answer.getHeaders().getLocation()).hasToString(HERE + "?done=SENT");
    assertThat(node.asked().getLast().seen()).isEqualTo("\"3\"");
    assertThat(node.asked().getLast().body()).isEqualTo("{\"step\":\"SEND\",\"how\":\"PHONE\"}");
  }

  @Test
  void nobodySaysHowAChildAgreed() {
    node.then(200, "\"4\"", "{\"referral\": \"" + ID + "\", \"stage\": \"CONSENTED\"}");

    one()
        .step(
            RenderedPages.request(Language.ENGLISH),
            FILE,
            ID,
            Map.of(
                "key", "k",
                "seen", "\"3\"",
                "step", "CONSENT",
                "ground", "CHILD_PROTECTION",
                "how", "PHONE"));

    assertThat(node.asked().getLast().body())
        .isEqualTo("{\"step\":\"CONSENT\",\"ground\":\"CHILD_PROTECTION\"}");
  }

  @Test
  void aRefusalSaysWhyAndKeepsWhatWasTyped() {
    node.thenProblem(409, "provider-out");
    node.then(200, "\"3\"", found("CONSENTED", "CHILD", "\"SEND\"", "x"));

    var answer =
        one()
            .step(
                RenderedPages.request(Language.ENGLISH),
                FILE,
                ID,
                Map.of("key", "k", "seen", "\"3\"", "step", "SEND", "how", "PAPER"));

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(body(answer))
        .contains("The provider is out of the directory", "value=\"PAPER\" checked");
  }

  @Test
  void theWorklistSaysWhatIsWithWhom() {
    node.then(200, "", "{\"referrals\": [{" + line("SENT", "House") + "}]}");
    node.then(
        200,
        "",
        """
        {"plans": [{"careFile": "%s", "reviewBy": "2026-03-04T12:00:00Z", "overdue": true,
          "by": "p-2"}]}"""
            .formatted(FILE));

    String page = body(work().work(RenderedPages.request(Language.ENGLISH), "OVERDUE"));

    assertThat(page)
        .contains(HERE, "House", "Handed over", "Ana")
        .contains("Review overdue.", "/care-files/" + FILE + "/support");
    assertThat(node.asked().getFirst().what()).endsWith("/api/v1/referrals?limit=200&of=OVERDUE");
  }

  private String ofFile(Language language, String said) {
    node.then(200, "\"3\"", "{\"exercise\": false, \"mine\": true}")
        .then(200, "", "{\"referrals\": [{" + line("SENT", said) + "}]}")
        .then(
            200,
            "",
            "{\"providers\": [{\"provider\": \""
                + PROVIDER
                + "\", \"name\": "
                + text(said)
                + "}]}");
    return body(file().read(RenderedPages.request(language), FILE));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePagesAreWholeInEachLanguage(Language language) {
    assertThat(
            read(
                language,
                found(
                    "SENT",
                    "ADULT",
                    "\"CONSENT\", \"SEND\", \"SEE\", \"ACCEPT\", \"REJECT\", \"FINISH\","
                        + " \"REDRAFT\", \"TAKE_OVER\", \"REVOKE\"",
                    "x")))
        .contains("value=\"TAKE_OVER\"");
    assertThat(ofFile(language, "x")).contains("name=\"provider\"");
    node.then(200, "", "{\"referrals\": []}").then(200, "", "{\"plans\": []}");
    assertThat(body(work().work(RenderedPages.request(language), "")))
        .contains("/referrals?of=ALL");
    node.then(200, "\"3\"", found("CONSENTED", "CHILD", "\"SEND\"", "x"));
    assertThat(body(one().print(RenderedPages.request(language), FILE, ID))).contains("AB12CD34");
  }

  @Test
  void hostileTextsComeBackAsTyped() {
    String all = "\"CONSENT\", \"REDRAFT\", \"REVOKE\"";
    var known = HostileTexts.tags(read(Language.ENGLISH, found("DRAFT", "ADULT", all, "x")));
    var knownOfFile = HostileTexts.tags(ofFile(Language.ENGLISH, "x"));
    for (String said : HostileTexts.all()) {
      assertThat(HostileTexts.tags(read(Language.ENGLISH, found("DRAFT", "ADULT", all, said))))
          .as(said)
          .isEqualTo(known);
      assertThat(HostileTexts.tags(ofFile(Language.ENGLISH, said))).as(said).isEqualTo(knownOfFile);
    }
  }
}
