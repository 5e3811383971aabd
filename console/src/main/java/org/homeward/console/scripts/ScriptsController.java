package org.homeward.console.scripts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The call scripts: all texts in the reader's language, and those beside a call. */
@RestController
class ScriptsController {

  static final String SCRIPTS = "/api/v1/scripts";

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  ScriptsController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/scripts")
  ResponseEntity<String> list(HttpServletRequest request) {
    return pages.show(request, "scripts/scripts.jte", page(pages.words(request)));
  }

  /** For pages of a call, which a script fills in. */
  @GetMapping("/scripts/beside")
  ResponseEntity<String> beside(HttpServletRequest request) {
    return pages.show(request, "scripts/beside.jte", page(pages.words(request)));
  }

  private ScriptsPage page(Words words) {
    String language = words.writtenIn();
    List<ScriptsPage.Line> lines =
        api.read(SCRIPTS)
            .body()
            .path("scripts")
            .valueStream()
            .filter(each -> each.path("language").asString("").equals(language))
            .map(each -> line(words, each))
            .toList();
    boolean mayApprove = HttpPages.person().filter(each -> each.is("supervisor")).isPresent();
    return new ScriptsPage(lines, mayApprove);
  }

  static String reader() {
    return HttpPages.person().map(Person::id).orElse("");
  }

  private ScriptsPage.Line line(Words words, JsonNode found) {
    JsonNode inUse = found.path("inUse");
    Edition edition = Edition.of(words, inUse, reader(), clock.instant());
    return new ScriptsPage.Line(
        found.path("script").asString(""),
        words.code("occasion", found.path("occasion").asString("")),
        found.path("use").asString("").equals("SPOKEN"),
        edition.text(),
        inUse.isMissingNode() ? "" : edition.approved(),
        found.path("waits").asBoolean(false));
  }
}
