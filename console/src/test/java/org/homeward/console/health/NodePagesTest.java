package org.homeward.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.console.pages.HostileTexts;
import org.homeward.console.pages.Language;
import org.homeward.console.pages.RenderedPages;
import org.homeward.schema.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class NodePagesTest {

  private final RenderedPages pages = new RenderedPages();

  private static NodePage.Service service(String status, String whatToDo) {
    return new NodePage.Service(
        "alert",
        true,
        List.of(
            new NodePage.Part("store", status, whatToDo, true, List.of()),
            new NodePage.Part("broker", "UP", "", true, List.of())),
        List.of());
  }

  private String page(NodePage.Service service) {
    return pages.of(Language.ENGLISH, "health/node.jte", new NodePage(List.of(service), ""));
  }

  @Test
  void whatStandsStillSaysWhatToDoAndTheRestIsOneLine() {
    String html = page(service("DOWN", "Start the store."));

    assertThat(html)
        .contains("Needs you", "Start the store.", "Works: Broker")
        .doesNotContain("partners work");
    assertThat(page(service("UP", ""))).contains("Intake, alerts and partners work");
    assertThat(page(service("UP", "Give it more memory.")))
        .contains("Give it more memory.")
        .doesNotContain("partners work");
  }

  @Test
  void aServiceThatDoesNotAnswerAndABridgeThatIsQuarantinedAreSaid() {
    var silent = new NodePage.Service("bridge", false, List.of(), List.of());

    String html =
        pages.of(Language.ENGLISH, "health/node.jte", new NodePage(List.of(silent), "since 03:40"));

    assertThat(html).contains("It does not answer", "since 03:40").doesNotContain("partners work");
  }

  @Test
  void whatToDoIsSaidInTheReadersLanguageAndOtherwiseAsTheServiceSaysIt() {
    JsonNode health =
        Json.mapper()
            .readTree(
                """
                {"parts": [
                  {"part": "clock", "status": "DOWN", "code": "set-clock", "whatToDo": "Set it."},
                  {"part": "reader", "status": "DOWN", "code": "reader-waits",
                   "topic": "rs.cases", "whatToDo": "Wait."},
                  {"part": "other", "status": "DOWN", "code": "of-next-year",
                   "whatToDo": "Do it."}], "readers": []}
                """);

    NodePage.Service read = NodeController.service(pages.words(Language.SERBIAN), "alert", health);

    assertThat(read.parts())
        .extracting(NodePage.Part::whatToDo)
        .satisfiesExactly(
            clock -> assertThat(clock).startsWith("Satovi se razlikuju."),
            reader -> assertThat(reader).startsWith("Čitanje rs.cases čeka."),
            other -> assertThat(other).isEqualTo("Do it."));
    var page = new NodePage(List.of(read), "");
    assertThat(pages.of(Language.SERBIAN, "health/node.jte", page))
        .contains("<p lang=\"en\">Do it.</p>", ">Sat<");
  }

  @Test
  void whatIsWrongIsNamedBesideWhatToDo() {
    JsonNode health =
        Json.mapper()
            .readTree(
                """
                {"parts": [
                  {"part": "loops", "status": "DOWN", "code": "loops-fail", "whatToDo": "See.",
                   "because": {"failing": "photo-sweep, run-mark"}},
                  {"part": "audit", "status": "DOWN", "code": "audit-no-key", "whatToDo": "Bring.",
                   "because": {"cause": "its keys are missing"}}], "readers": []}
                """);

    String html = page(NodeController.service(pages.words(Language.ENGLISH), "alert", health));

    assertThat(html)
        .contains("Fails: photo-sweep, run-mark", "Cause: its keys are missing")
        .contains("audit-alert.keys");
  }

  @Test
  void recordsThatWerePutAsideSayHowToReadThem() {
    JsonNode health =
        Json.mapper()
            .readTree(
                """
                {"parts": [{"part": "store", "status": "UP"}],
                 "readers": [{"topic": "rs.cases", "putAside": 2},
                             {"topic": "rs.alerts", "putAside": 0}]}
                """);

    NodePage.Service read = NodeController.service(pages.words(Language.ENGLISH), "bridge", health);

    assertThat(read.putAside())
        .containsExactly(
            "rs.cases: 2 documents wait, because their newest record could not be read");
    assertThat(page(read)).contains("replay-poison").doesNotContain("partners work");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERBIAN", "ENGLISH"})
  void whatServicesSayIsNeverMarkup(Language language) {
    var tags = HostileTexts.tags(rendered(language, "x"));
    for (String text : HostileTexts.all()) {
      assertThat(HostileTexts.tags(rendered(language, text))).isEqualTo(tags);
    }
  }

  private String rendered(Language language, String text) {
    var service =
        new NodePage.Service(
            "intake",
            true,
            List.of(new NodePage.Part(text, "DOWN", text, true, List.of(text))),
            List.of(text));
    return pages.of(language, "health/node.jte", new NodePage(List.of(service), text));
  }
}
