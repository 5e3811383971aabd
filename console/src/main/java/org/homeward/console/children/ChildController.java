package org.homeward.console.children;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One child, and the undoing of what links her episodes. */
@RestController
class ChildController {

  private static final String CHILD = "/cases/{id}/children/{child}";
  private static final Set<String> DONE = Set.of("link", "undo");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  ChildController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(CHILD)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String child,
      @RequestParam(defaultValue = "") String done) {
    String told = DONE.contains(done) ? pages.words(request).say("children.done." + done) : "";
    return show(request, HttpStatus.OK, id, child, told, HttpFormEnd.freshKey(), "", "", Map.of());
  }

  @PostMapping(CHILD + "/links/{link}/undo")
  ResponseEntity<String> undo(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String child,
      @PathVariable String link,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String key) {
    Words words = pages.words(request);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (!reason.isEmpty()) {
      body.put("reason", reason);
    }
    return HttpFormEnd.of(words, key)
        .saying(
            type ->
                type.equals("precondition-failed")
                    ? words.say("children.undo.stale")
                    : words.problem(type))
        .after(
            api.post(address(id, child) + "/links/" + PathId.of(link) + "/undo", body, key, seen),
            _ -> HttpFormEnd.leadTo("/cases/" + id + "/children/" + child + "?done=undo"),
            again ->
                show(
                    request,
                    again.status(),
                    id,
                    child,
                    "",
                    again.key(),
                    link,
                    reason,
                    again.wrong()));
  }

  static String address(String id, String child) {
    return "/api/v1/cases/" + PathId.of(id) + "/children/" + PathId.of(child);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String child,
      String told,
      String key,
      String chosen,
      String reason,
      Map<String, String> wrong) {
    JsonNode found = api.read(address(id, child)).body();
    var story =
        new ChildStory(
            pages.words(request), node, HttpPages.person().orElseThrow(), clock.instant());
    return pages.show(
        request, status, "children/child.jte", story.of(found, told, key, chosen, reason, wrong));
  }
}
