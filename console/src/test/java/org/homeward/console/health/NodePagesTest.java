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
            new NodePage.Part("store", status, whatToDo), new NodePage.Part("broker", "UP", "")),
        List.of());
  }

  private String page(NodePage.Service service) {
    return pages.of(Language.ENGLISH, "health/node.jte", new NodePage(List.of(service), ""));
  }

  @Test
  void whatStandsStillSaysWhatToDoAndTheRestIsOneLine() {
    String html = page(service("DOWN", "Start the store."));

    assertThat(html)
        .contains("Stands still", "Start the store.", "Works: Broker")
        .doesNotContain("All services work");
    assertThat(page(service("UP", ""))).contains("All services work");
    assertThat(page(service("UP", "Give it more memory.")))
        .contains("Give it more memory.")
        .doesNotContain("All services work");
  }

  @Test
  void aServiceThatDoesNotAnswerAndABridgeThatIsQuarantinedAreSaid() {
    var silent = new NodePage.Service("bridge", false, List.of(), List.of());

    String html =
        pages.of(Language.ENGLISH, "health/node.jte", new NodePage(List.of(silent), "since 03:40"));

    assertThat(html).contains("It does not answer", "since 03:40").doesNotContain("All services");
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
        .containsExactly("rs.cases: the newest record of 2 cases could not be read");
    assertThat(page(read)).contains("replay-poison").doesNotContain("All services work");
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
            "intake", true, List.of(new NodePage.Part(text, "DOWN", text)), List.of(text));
    return pages.of(language, "health/node.jte", new NodePage(List.of(service), text));
  }
}
