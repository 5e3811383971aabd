package org.homeward.console.children;

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

/** The pages of a child: what they tell, and what they send. */
class ChildPagesTest {

  private static final String ID = "aaaaaa34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String CHILD = "1c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String OTHER = "bbbbbb34-aa8c-4069-a7be-1bb6c07374ad";
  private static final String OTHER_CHILD = "2c0e893c-3a1e-4ef1-93e1-d352a11e274f";
  private static final String LINK = "7a6b5c4d-3e2f-8101-9213-141516171819";

  private final RenderedPages rendered = new RenderedPages().knowing("p-1002", "Ana");
  private final SignedIn jelena = new SignedIn("p-1001", "supervisor");
  private AnsweringApi node;
  private ChildController child;
  private LinkController link;

  @BeforeEach
  void start() throws IOException {
    node = new AnsweringApi();
    var clock = Clock.fixed(RenderedPages.NOW, ZoneOffset.UTC);
    child = new ChildController(node.api(jelena.tokens()), rendered.pages(), "rs", clock);
    link = new LinkController(node.api(jelena.tokens()), rendered.pages(), "rs", clock);
  }

  @AfterEach
  void stop() {
    node.close();
    jelena.close();
  }

  private static String episode(String id, String of, String name, String more) {
    return """
        {"case": "%s", "child": "%s", "home": "rs", "openedAt": "2026-10-01T12:00:00Z",
         "standing": "ENDED", "category": "RUNAWAY", "status": "ENDED", "outcome": "FOUND_SAFE",
         "names": [%s]%s}"""
        .formatted(id, of, Json.mapper().valueToTree(name), more);
  }

  private static String alone(String name) {
    return """
        {"case": "%s", "child": "%s", "exercise": false, "episodes": [%s], "links": [],
         "siblings": [], "household": []}"""
        .formatted(ID, CHILD, episode(ID, CHILD, name, ""));
  }

  private static String linked(String name, boolean linked) {
    return """
        {"case": "%s", "child": "%s", "exercise": false,
         "episodes": [%s, %s],
         "links": [{"link": "%s", "version": 3, "linked": %s,
           "between": [{"case": "%s", "child": "%s"}, {"case": "%s", "child": "%s"}],
           "turns": [{"said": "LINKED", "reason": "COMPARED", "by": "p-1002",
             "at": "2026-11-29T02:00:00Z"}]}],
         "siblings": [{"episodes": [%s]}], "household": [%s]}"""
        .formatted(
            ID,
            CHILD,
            episode(ID, CHILD, name, ""),
            episode(OTHER, OTHER_CHILD, name, ""),
            LINK,
            linked,
            ID,
            CHILD,
            OTHER,
            OTHER_CHILD,
            episode(ID, OTHER_CHILD, name, ""),
            episode(OTHER, CHILD, name, ", \"by\": [\"HOME\", \"CAREGIVER\"]"));
  }

  private String read(Language language, String found) {
    node.then(200, "", found);
    return body(child.read(RenderedPages.request(language), ID, CHILD, ""));
  }

  private static String body(ResponseEntity<String> answer) {
    return String.valueOf(answer.getBody());
  }

  @Test
  void anUndoSaysBeforeWhatStandsApart() {
    String page = read(Language.ENGLISH, linked("Nađa", true));

    assertThat(page)
        .contains("After that RS-BBBBBB and RS-AAAAAA stand apart")
        .contains("We compared what is known – Ana")
        .contains("2 episodes", "Runaway · Found safe", "Same address.");
  }

  @Test
  void whatWasUndoneIsToldAndNotOfferedAgain() {
    assertThat(read(Language.ENGLISH, linked("Nađa", false)))
        .contains("RS-AAAAAA and RS-BBBBBB were told apart")
        .doesNotContain("/undo");
  }

  @Test
  void anUndoSendsTheVersionThatWasShown() {
    node.then(200, "\"4\"", "{\"link\": \"" + LINK + "\"}");

    var answer =
        child.undo(
            RenderedPages.request(Language.ENGLISH), ID, CHILD, LINK, "MISTAKE", "\"3\"", "key-1");

    assertThat(answer.getHeaders().getLocation())
        .hasToString("/cases/" + ID + "/children/" + CHILD + "?done=undo");
    assertThat(node.asked().getLast().seen()).isEqualTo("\"3\"");
    assertThat(node.asked().getLast().key()).isEqualTo("key-1");
    assertThat(node.asked().getLast().body()).isEqualTo("{\"reason\":\"MISTAKE\"}");
  }

  @Test
  void whoeverComesSecondReadsWhoSaidWhat() {
    node.thenProblem(412, "precondition-failed").then(200, "", linked("Nađa", false));

    var answer =
        child.undo(
            RenderedPages.request(Language.ENGLISH), ID, CHILD, LINK, "MISTAKE", "\"2\"", "key-1");

    assertThat(answer.getStatusCode().value()).isEqualTo(412);
    assertThat(body(answer)).contains("Read below who said what", "were told apart", "Ana");
  }

  @Test
  void anUndoWithoutAReasonComesBackWithItsForm() {
    node.then(
            422,
            "",
            "{\"type\": \"urn:homeward:problem:invalid\","
                + " \"errors\": [{\"pointer\": \"/reason\", \"rule\": \"required\"}]}")
        .then(200, "", linked("Nađa", true));

    var answer =
        child.undo(RenderedPages.request(Language.ENGLISH), ID, CHILD, LINK, "", "\"3\"", "key-1");

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(body(answer))
        .contains("id=\"reason-" + LINK + "-error\"", "<details")
        .contains("open");
  }

  @Test
  void anotherCaseIsLookedForAndItsChildLinked() {
    String found =
        """
        {"cases": [{"by": ["NAME"], "case": {"id": "%s", "openedAt": "2026-10-01T12:00:00Z",
          "children": {"%s": {"status": "ENDED"}}, "facts": {"children": {"%s": {
            "sex": "FEMALE"}}}}}], "more": false}"""
            .formatted(OTHER, OTHER_CHILD, OTHER_CHILD);
    node.then(200, "", found).then(200, "", alone("Nađa"));
    String page =
        body(link.find(RenderedPages.request(Language.ENGLISH), ID, CHILD, "nađa ilić", "key-1"));
    assertThat(page)
        .contains("value=\"" + OTHER + "/" + OTHER_CHILD + "\"")
        .contains("nobody sees a case because of it");

    node.then(200, "\"1\"", "{\"link\": \"" + LINK + "\"}");
    var answer =
        link.link(
            RenderedPages.request(Language.ENGLISH),
            ID,
            CHILD,
            Map.of("key", "key-1", "with", OTHER + "/" + OTHER_CHILD, "reason", "COMPARED"));

    assertThat(answer.getHeaders().getLocation())
        .hasToString("/cases/" + ID + "/children/" + CHILD + "?done=link");
    assertThat(node.asked().getLast().what())
        .isEqualTo("POST /api/v1/cases/" + ID + "/children/" + CHILD + "/links");
    assertThat(node.asked().getLast().body()).contains(OTHER, OTHER_CHILD, "COMPARED");
  }

  @Test
  void nothingChosenIsSaid() {
    node.then(200, "", alone("Nađa"));

    var answer =
        link.link(RenderedPages.request(Language.ENGLISH), ID, CHILD, Map.of("key", "key-1"));

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(body(answer)).contains("Choose the child.");
  }

  @Test
  void whatCannotBeLinkedComesBackWithWhatToDo() {
    node.thenProblem(409, "siblings-would-be-one").then(200, "", alone("Nađa"));

    var answer =
        link.link(
            RenderedPages.request(Language.ENGLISH),
            ID,
            CHILD,
            Map.of("key", "key-1", "with", OTHER + "/" + OTHER_CHILD, "reason", "COMPARED"));

    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(body(answer)).contains("Undo the wrong link first");
  }

  @Test
  void aLoneEpisodeSaysWhatToDo() {
    assertThat(read(Language.ENGLISH, alone("Nađa")))
        .contains("link the earlier case", "/children/" + CHILD + "/link");
  }

  @ParameterizedTest
  @EnumSource
  void hostileTextsAreNeverMarkup(Language language) {
    var known = HostileTexts.tags(read(language, linked("x", true)));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(read(language, linked(text, true)))).as(text).isEqualTo(known);
    }
  }
}
