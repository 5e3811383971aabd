package org.homeward.console.support;

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

/** The page of support: what is needed, whose word is missing, and what was given. */
class SupportPagesTest {

  private static final String FILE = "aaaaaa34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String NEED = "bbbbbb34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String OFFER = "cccccc34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String HERE = "/care-files/" + FILE + "/support";

  private final RenderedPages rendered = new RenderedPages().knowing("p-2", "Ana");
  private final SignedIn reader = new SignedIn("p-1", "confidant");
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

  private SupportController support() {
    return new SupportController(
        node.api(reader.tokens()),
        rendered.pages(),
        Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC));
  }

  private static JsonNode text(String said) {
    return Json.mapper().valueToTree(said);
  }

  private static String found(String service, boolean asksParents, boolean mine, String said) {
    return """
        {"careFile": "%s", "exercise": false, "mine": %s, "parentsAreAsked": %s,
         "plan": {"goals": %5$s, "reviewBy": "2026-03-04T12:00:00Z", "overdue": true, "by": "p-2",
           "at": "2026-03-01T02:00:00Z"},
         "needs": [{"need": "%6$s", "whom": "CHILD", "service": "%4$s", "bornIn": 2018,
           "note": %5$s, "mayBegin": "PARENT_MISSING", "law": "a law, article 19",
           "words": [{"from": "SELF", "agrees": true, "how": "SPOKEN", "by": "p-2",
             "at": "2026-03-01T02:00:00Z"}],
           "services": [{"service": "%7$s", "stage": "OFFERED", "name": %5$s, "cost": 1200,
             "currency": "RSD", "note": %5$s, "by": "p-2", "at": "2026-03-01T02:00:00Z"}],
           "by": "p-2", "at": "2026-03-01T02:00:00Z"}]}"""
        .formatted(FILE, mine, asksParents, service, text(said), NEED, OFFER);
  }

  private String read(Language language, String body, String said) {
    node.then(200, "", body)
        .then(
            200,
            "",
            "{\"providers\": [{\"provider\": \"" + OFFER + "\", \"name\": " + text(said) + "}]}");
    return body(support().read(RenderedPages.request(language), FILE, ""));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  @Test
  void aNeedSaysWhoseWordIsMissingAndWhy() {
    assertThat(read(Language.ENGLISH, found("MEDICAL", true, true, "a check-up"), "Doctors"))
        .contains("The child: medical help 2018", "The law asks a parent or guardian first:")
        .contains("a law, article 19", "The person: yes (Spoken)", "1200 RSD", "Review overdue.")
        .contains("name=\"from\" value=\"PARENT\"", "name=\"to\" value=\"BEGUN\"")
        .doesNotContain("Ask no parent");
  }

  @Test
  void aFearedParentIsOfferedNowhereAndNobodyIsAboutCounselling() {
    assertThat(read(Language.ENGLISH, found("MEDICAL", false, true, "x"), "x"))
        .contains("Ask no parent and no guardian", "name=\"from\" value=\"SOCIAL_WORK\"")
        .doesNotContain("name=\"from\" value=\"PARENT\"", "name=\"from\" value=\"GUARDIAN\"");
    assertThat(read(Language.ENGLISH, found("COUNSELLING", true, true, "x"), "x"))
        .contains("name=\"from\" value=\"SELF\" checked")
        .doesNotContain("name=\"from\" value=\"PARENT\"", "name=\"from\" value=\"SOCIAL_WORK\"");
  }

  @Test
  void whoeverHasBrokenTheGlassOnlyReads() {
    assertThat(read(Language.ENGLISH, found("MEDICAL", true, false, "x"), "x"))
        .doesNotContain("method=\"post\" action=\"/care-files");
  }

  @Test
  void whatWasTypedIsSent() {
    node.then(201, "", "{}");
    var answer =
        support()
            .need(
                RenderedPages.request(Language.ENGLISH),
                FILE,
                Map.of(
                    "key", "k", "form", "needs", "whom", "CHILD", "service", "MEDICAL", "bornIn",
                    "2018"));
    assertThat(answer.getHeaders().getLocation()).hasToString(HERE + "?done=needs");
    assertThat(node.asked().getLast().body())
        .isEqualTo("{\"whom\":\"CHILD\",\"service\":\"MEDICAL\",\"bornIn\":2018}");

    node.then(200, "", "{}");
    support()
        .say(
            RenderedPages.request(Language.ENGLISH),
            FILE,
            NEED,
            Map.of("key", "k", "from", "SELF", "agrees", "false", "how", "SPOKEN"));
    assertThat(node.asked().getLast().body())
        .isEqualTo("{\"from\":\"SELF\",\"how\":\"SPOKEN\",\"agrees\":false}");

    node.then(200, "", "{}");
    support()
        .move(
            RenderedPages.request(Language.ENGLISH),
            FILE,
            NEED,
            OFFER,
            Map.of("key", "k", "to", "DONE", "cost", "1200", "currency", "RSD"));
    assertThat(node.asked().getLast().body())
        .isEqualTo("{\"to\":\"DONE\",\"cost\":1200,\"currency\":\"RSD\"}");

    node.then(200, "", "{}");
    support()
        .plan(
            RenderedPages.request(Language.ENGLISH),
            FILE,
            Map.of("key", "k", "goals", " a bed ", "reviewBy", "2026-12-01T10:00"));
    assertThat(node.asked().getLast().body())
        .isEqualTo("{\"goals\":\"a bed\",\"reviewBy\":\"2026-12-01T09:00:00Z\"}");
  }

  @Test
  void aRefusalSaysWhyAndKeepsWhatWasTyped() {
    node.thenProblem(409, "parent-missing");
    node.then(200, "", found("MEDICAL", true, true, "x")).then(200, "", "{\"providers\": []}");

    var answer =
        support()
            .move(
                RenderedPages.request(Language.ENGLISH),
                FILE,
                NEED,
                OFFER,
                Map.of("key", "k", "form", OFFER, "to", "BEGUN", "note", "today"));

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(body(answer))
        .contains(
            "The law asks a parent or guardian about this", "value=\"BEGUN\" checked", "today");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsWholeInEachLanguage(Language language) {
    assertThat(read(language, found("MEDICAL", false, true, "x"), "x"))
        .contains("name=\"reviewBy\"");
  }

  @Test
  void hostileTextsComeBackAsTyped() {
    var known = HostileTexts.tags(read(Language.ENGLISH, found("MEDICAL", true, true, "x"), "x"));
    for (String said : HostileTexts.all()) {
      assertThat(
              HostileTexts.tags(read(Language.ENGLISH, found("MEDICAL", true, true, said), said)))
          .as(said)
          .isEqualTo(known);
    }
  }
}
