package org.homeward.console.oversight;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
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

/** Erases a case: the officer alone when it is over, with a supervisor as long as it lives. */
@RestController
class EraseController {

  private static final String ERASE = "/oversight/cases/{id}/erase";

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;

  EraseController(HttpApi api, HttpPages pages, String node) {
    this.api = api;
    this.pages = pages;
    this.node = node;
  }

  @GetMapping(ERASE)
  ResponseEntity<String> ask(HttpServletRequest request, @PathVariable String id) {
    return show(request, HttpStatus.OK, id, Map.of(), "", HttpFormEnd.freshKey());
  }

  @PostMapping(ERASE)
  ResponseEntity<String> erase(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("reason", form.getOrDefault("reason", ""));
    String key = form.getOrDefault("key", "");
    Answer answer = api.post("/api/v1/cases/" + PathId.of(id) + "/erase", body, key, "");
    if (answer instanceof Answer.Refused(int status, _, _) && (status == 404 || status == 410)) {
      throw HttpApi.failure(answer);
    }
    return HttpFormEnd.of(words, key)
        .after(
            answer,
            done -> {
              boolean isErased = done.body().path("standing").asString("").equals("ERASED");
              return HttpFormEnd.leadTo("/oversight?done=" + (isErased ? "erased" : "waiting"));
            },
            again -> show(request, again.status(), id, form, again.reason(), again.key()));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      Map<String, String> form,
      String wrong,
      String key) {
    Words words = pages.words(request);
    JsonNode found = api.read("/api/v1/cases/" + PathId.of(id)).body();
    String reader = HttpPages.person().map(Person::id).orElse("");
    JsonNode word =
        found
            .path("words")
            .valueStream()
            .filter(each -> each.path("matter").asString("").equals("ERASE"))
            .findFirst()
            .orElse(JsonNodeFactory.instance.objectNode());
    var page =
        new ErasePage(
            id,
            CaseWords.code(node, id),
            CaseWords.children(words, found.path("facts")),
            found.path("exercise").asBoolean(false),
            words.person(word.path("by").asString(""), reader),
            word.path("of").path(0).asString(""),
            form,
            wrong,
            key);
    return pages.show(request, status, "oversight/erase.jte", page);
  }
}
