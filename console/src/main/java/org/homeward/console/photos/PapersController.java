package org.homeward.console.photos;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** The papers of a case, and the form that sends another one. */
@RestController
class PapersController {

  private static final String PAPERS = "/cases/{id}/attachments";
  private static final String TEAM = "CASE_TEAM";
  private static final Set<String> DONE = Set.of("withdraw");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  PapersController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(PAPERS)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = DONE.contains(done) ? pages.words(request).say("paper.done." + done) : "";
    return show(request, HttpStatus.OK, id, TEAM, told, "", HttpFormEnd.freshKey());
  }

  /** Without JavaScript: a form with a file. */
  @PostMapping(PAPERS)
  ResponseEntity<String> send(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable MultipartFile paper,
      @RequestParam(defaultValue = TEAM) String audience,
      @RequestParam(defaultValue = "") String key) {
    Words words = pages.words(request);
    String circle = audience.equals(TEAM) ? TEAM : "CONFIDANT";
    if (paper == null || paper.isEmpty()) {
      return show(
          request, HttpStatusCode.valueOf(422), id, circle, "", words.say("paper.choose"), key);
    }
    String type = Objects.requireNonNullElse(paper.getContentType(), "");
    boolean isKnown = type.startsWith("image/") || type.equals("application/pdf");
    return HttpFormEnd.of(words, key)
        .after(
            api.post(
                "/api/v1/cases/" + PathId.of(id) + "/attachments?audience=" + circle,
                PhotosController.bytes(paper),
                isKnown ? type : "application/pdf",
                key),
            done ->
                HttpFormEnd.leadTo(
                    "/cases/"
                        + id
                        + "/attachments/"
                        + done.body().path("attachment").asString("")
                        + "?done=sent"),
            again -> show(request, again.status(), id, circle, "", again.reason(), again.key()));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String audience,
      String told,
      String wrong,
      String key) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    JsonNode found = api.read("/api/v1/cases/" + PathId.of(id)).body();
    JsonNode all = api.read("/api/v1/cases/" + id + "/attachments").body();
    var story = new PhotoStory(words, reader, clock.instant());
    List<PapersPage.Line> lines =
        all.path("attachments").valueStream().map(each -> line(words, story, each)).toList();
    var page =
        new PapersPage(
            id,
            CaseWords.code(node, id),
            CaseWords.children(words, found.path("facts")),
            found.path("exercise").asBoolean(false),
            PhotosController.takes(reader, found, node),
            reader.is("confidant"),
            audience,
            lines,
            key,
            told,
            wrong);
    return pages.show(request, status, "photos/papers.jte", page);
  }

  private static PapersPage.Line line(Words words, PhotoStory story, JsonNode paper) {
    String kind = paper.path("says").path("kind").asString("");
    return new PapersPage.Line(
        paper.path("attachment").asString(""),
        title(words, paper),
        paper.path("state").asString(""),
        kind.isEmpty() ? "" : words.code("paperKind", kind),
        story.deeds(paper).stream().findFirst().orElse(""));
  }

  /** Its title, or its kind of file while it has none. */
  static String title(Words words, JsonNode paper) {
    String said = paper.path("says").path("title").asString("");
    if (!said.isEmpty()) {
      return said;
    }
    String format = paper.path("format").asString("");
    return format.isEmpty() ? words.say("paper.title") : words.code("paperFormat", format);
  }
}
