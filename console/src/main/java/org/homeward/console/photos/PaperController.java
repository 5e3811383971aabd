package org.homeward.console.photos;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One paper, and what people do with it, each with its effect before it is pressed. */
@RestController
class PaperController {

  private static final String PAPER = "/cases/{id}/attachments/{paper}";
  private static final List<String> SAYS = List.of("kind", "title", "source");

  private static final Set<String> DONE =
      Set.of("sent", "look", "description", "lock", "hand-over", "destroy");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  PaperController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(PAPER)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String paper,
      @RequestParam(defaultValue = "") String done) {
    String told = DONE.contains(done) ? pages.words(request).say("paper.done." + done) : "";
    return show(
        request, HttpStatus.OK, id, paper, told, Map.of(), Map.of(), HttpFormEnd.freshKey());
  }

  /** The browser keeps nothing of it. */
  @GetMapping(PAPER + "/{size}")
  ResponseEntity<byte[]> picture(
      @PathVariable String id, @PathVariable String paper, @PathVariable String size) {
    if (!size.matches("96|400|1600|veiled")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(api.picture(address(id, paper) + "/" + size));
  }

  /** Saved and never shown here: whoever opens it decides with what. */
  @GetMapping(PAPER + "/document")
  ResponseEntity<byte[]> document(@PathVariable String id, @PathVariable String paper) {
    String saved = ContentDisposition.attachment().filename(paper + ".pdf").build().toString();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", saved)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(api.document(address(id, paper) + "/document"));
  }

  @PostMapping(PAPER + "/{what}")
  ResponseEntity<String> act(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String paper,
      @PathVariable String what,
      @RequestParam Map<String, String> form) {
    boolean isKnown = what.equals("withdraw") || (DONE.contains(what) && !what.equals("sent"));
    if (!isKnown) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String seen = what.equals("description") ? form.getOrDefault("seen", "") : "";
    String next =
        what.equals("withdraw")
            ? "/cases/" + id + "/attachments?done=withdraw"
            : "/cases/" + id + "/attachments/" + paper + "?done=" + what;
    return HttpFormEnd.of(words, key)
        .after(
            api.post(address(id, paper) + "/" + what, body(what, form), key, seen),
            _ -> HttpFormEnd.leadTo(next),
            again ->
                show(request, again.status(), id, paper, "", form, again.wrong(), again.key()));
  }

  private static ObjectNode body(String what, Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    List<String> fields =
        switch (what) {
          case "description" -> SAYS;
          case "hand-over", "destroy" -> List.of("reference");
          default -> List.of();
        };
    for (String field : fields) {
      String typed = form.getOrDefault(field, "").strip();
      if (!typed.isEmpty()) {
        body.put(field, typed);
      }
    }
    return body;
  }

  private static String address(String id, String paper) {
    return "/api/v1/cases/" + PathId.of(id) + "/attachments/" + PathId.of(paper);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String paperId,
      String told,
      Map<String, String> form,
      Map<String, String> wrong,
      String key) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    JsonNode all = api.read("/api/v1/cases/" + PathId.of(id) + "/attachments").body();
    JsonNode paper =
        all.path("attachments")
            .valueStream()
            .filter(each -> each.path("attachment").asString("").equals(paperId))
            .findFirst()
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    Map<String, String> typed = new HashMap<>();
    for (String field : List.of("kind", "title", "source", "reference")) {
      String known = paper.path("says").path(field).asString("");
      typed.put(field, form.isEmpty() ? known : form.getOrDefault(field, known));
    }
    String state = paper.path("state").asString("");
    boolean isPdf = paper.path("format").asString("").equals("PDF");
    String here = "/cases/" + id + "/attachments/" + paperId;
    boolean isShown = reader.takesReports() && Set.of("UNSEEN", "SEEN").contains(state);
    String size = state.equals("UNSEEN") ? "/veiled" : "/1600";
    boolean isSaved = reader.takesReports() && isPdf && state.equals("SEEN");
    var page =
        new PaperPage(
            id,
            paperId,
            CaseWords.code(node, id),
            all.path("exercise").asBoolean(false),
            PapersController.title(words, paper),
            state,
            isShown && !isPdf ? here + size : "",
            isSaved ? here + "/document" : "",
            signs(words, paper),
            new PhotoStory(words, reader, clock.instant()).deeds(paper),
            paper.path("audience").asString("").equals("CONFIDANT"),
            paper.has("says"),
            can(reader, paper),
            "\"" + paper.path("version").asLong(0) + "\"",
            key,
            told,
            typed,
            wrong);
    return pages.show(request, status, "photos/paper.jte", page);
  }

  private static List<String> signs(Words words, JsonNode paper) {
    return paper
        .path("signs")
        .valueStream()
        .map(sign -> words.code("paperSign", sign.asString("")))
        .toList();
  }

  /** The actions that this person may take with the paper as it stands. */
  private static List<String> can(Person reader, JsonNode paper) {
    if (!reader.takesReports()) {
      return List.of();
    }
    List<String> can = new ArrayList<>();
    switch (paper.path("state").asString("")) {
      case "UNSEEN" -> can.addAll(List.of("look", "withdraw", "lock"));
      case "SEEN" -> can.addAll(List.of("description", "withdraw", "lock"));
      case "LOCKED" -> {
        if (reader.is("supervisor")) {
          can.add(paper.has("handedOver") ? "destroy" : "hand-over");
        }
      }
      default -> {} // nothing is left of it
    }
    return can;
  }
}
