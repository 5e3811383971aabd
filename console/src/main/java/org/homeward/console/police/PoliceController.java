package org.homeward.console.police;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The live list of a desk's police, newest first, and one item. */
@RestController
class PoliceController {

  private static final String FEED = "/api/v1/feeds/police?limit=100";
  private static final String URN = "urn:uuid:";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  PoliceController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/police")
  ResponseEntity<String> live(HttpServletRequest request) {
    return pages.show(request, "police/live.jte", page(request));
  }

  @GetMapping("/police/list")
  ResponseEntity<String> list(HttpServletRequest request) {
    return pages.show(request, "police/list.jte", page(request));
  }

  private PolicePage page(HttpServletRequest request) {
    String desk = HttpPages.person().map(Person::desk).orElse("");
    Optional<JsonNode> feed = feed();
    Words words = pages.words(request);
    List<PolicePage.Line> items =
        feed.stream()
            .flatMap(found -> found.path("items").valueStream())
            .map(item -> line(words, item))
            .toList();
    return new PolicePage(desk, feed.isPresent(), items);
  }

  /** Empty when the node lets this person read nothing. */
  private Optional<JsonNode> feed() {
    return switch (api.get(FEED)) {
      case Answer.Done(_, JsonNode feed, _) -> Optional.of(feed);
      case Answer.Refused(int status, _, _) when status == 401 || status == 403 -> Optional.empty();
      case Answer failed -> throw HttpApi.failure(failed);
    };
  }

  private PolicePage.Line line(Words words, JsonNode item) {
    return new PolicePage.Line(
        id(item),
        title(words, item),
        item.path("reference").asString(""),
        item.path("status").asString(""),
        item.path("exercise").asBoolean(false),
        updated(words, item));
  }

  /** Without a name, in the reader's language as far as there are facts. */
  private static String title(Words words, JsonNode item) {
    JsonNode facts = item.path("facts");
    String who = CaseWords.nameless(words, facts);
    return who.isEmpty()
        ? item.path("title").asString("")
        : words.code("risk", CaseWords.risk(facts)) + " · " + who;
  }

  private static String id(JsonNode item) {
    String id = item.path("id").asString("");
    return id.startsWith(URN) ? id.substring(URN.length()) : id;
  }

  private String updated(Words words, JsonNode item) {
    return FactWords.instant(item.path("updated"))
        .map(at -> words.when(at, clock.instant()) + " (" + words.away(at, clock.instant()) + ")")
        .orElse("");
  }

  @GetMapping("/police/{id}")
  ResponseEntity<String> item(HttpServletRequest request, @PathVariable String id) {
    if (!id.matches("[0-9a-f-]{36}")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    Words words = pages.words(request);
    JsonNode item = api.read("/api/v1/notices/" + id).body();
    JsonNode facts = item.path("facts");
    var factWords = new FactWords(words, clock.instant());
    var page =
        new ItemPage(
            title(words, item),
            item.path("reference").asString(""),
            item.path("status").asString(""),
            item.path("exercise").asBoolean(false),
            updated(words, item),
            item.has("outcome") ? words.code("Outcome", item.path("outcome").asString("")) : "",
            Stream.concat(
                    facts
                        .path("children")
                        .valueStream()
                        .flatMap(child -> factWords.ofChild(child).stream()),
                    factWords.ofCase(facts).stream())
                .toList(),
            texts(words, item.path("withheld")),
            item.path("changed").valueStream().map(change -> changed(words, change)).toList(),
            item.path("phone").asString(""));
    return pages.show(request, "police/item.jte", page);
  }

  private String changed(Words words, JsonNode change) {
    String at =
        FactWords.instant(change.path("at"))
            .map(when -> words.when(when, clock.instant()))
            .orElse("");
    return at + ": " + String.join(", ", texts(words, change.path("what")));
  }

  /** Fields and classes as people call them; what has no word stands for itself. */
  private static List<String> texts(Words words, JsonNode list) {
    return list.valueStream()
        .map(text -> text.asString(""))
        .map(text -> text(words, text))
        .toList();
  }

  private static String text(Words words, String name) {
    String last = name.replaceFirst("^.*[/.]", "");
    String field = "fact." + last;
    return words.has(field) ? words.say(field) : words.code("noticeChange", last);
  }
}
