package org.homeward.console.children;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.facts.CaseWords;
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

/** Links a child with the same child of another case, which is looked for first. */
@RestController
class LinkController {

  private static final String LINK = "/cases/{id}/children/{child}/link";
  private static final String WITH = "with";
  private static final String REASON = "reason";
  private static final HttpStatusCode UNPROCESSABLE = HttpStatusCode.valueOf(422);
  private static final int LONGEST = 200;

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  LinkController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  /** The words of a search, and its result. */
  private record Search(String words, boolean asked, List<JsonNode> cases, boolean more) {

    static final Search NONE = new Search("", false, List.of(), false);
  }

  @GetMapping(LINK)
  ResponseEntity<String> begin(
      HttpServletRequest request, @PathVariable String id, @PathVariable String child) {
    String key = HttpFormEnd.freshKey();
    return show(request, HttpStatus.OK, id, child, Search.NONE, key, Map.of(), Map.of());
  }

  /** A POST, so that the words stand in no address. */
  @PostMapping(LINK + "/find")
  ResponseEntity<String> find(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String child,
      @RequestParam(name = "words", defaultValue = "") String typed,
      @RequestParam(defaultValue = "") String key) {
    Words words = pages.words(request);
    String asked = typed.strip();
    if (asked.isEmpty() || asked.length() > LONGEST) {
      var wrong = Map.of("words", words.say(asked.isEmpty() ? "find.empty" : "find.long"));
      var search = new Search(typed, false, List.of(), false);
      return show(request, UNPROCESSABLE, id, child, search, key, Map.of(), wrong);
    }
    return found(request, HttpStatus.OK, id, child, typed, key, Map.of(), Map.of());
  }

  @PostMapping(LINK)
  ResponseEntity<String> link(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String child,
      @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String asked = form.getOrDefault("words", "");
    String[] with = form.getOrDefault(WITH, "").split("/", 2);
    if (with.length < 2) {
      var wrong = Map.of(WITH, words.say("children.choose"));
      return found(request, UNPROCESSABLE, id, child, asked, key, form, wrong);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("case", with[0]);
    body.put("child", with[1]);
    if (!form.getOrDefault(REASON, "").isEmpty()) {
      body.put(REASON, form.get(REASON));
    }
    return HttpFormEnd.of(words, key)
        .after(
            api.post(ChildController.address(id, child) + "/links", body, key, ""),
            _ -> HttpFormEnd.leadTo("/cases/" + id + "/children/" + child + "?done=link"),
            again ->
                found(request, again.status(), id, child, asked, again.key(), form, again.wrong()));
  }

  private ResponseEntity<String> found(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String child,
      String typed,
      String key,
      Map<String, String> form,
      Map<String, String> wrong) {
    if (typed.isBlank()) {
      return show(request, status, id, child, Search.NONE, key, form, wrong);
    }
    var body = JsonNodeFactory.instance.objectNode().put("words", typed.strip());
    return switch (api.post("/api/v1/cases/find", body, UUID.randomUUID().toString(), "")) {
      case Answer.Done(_, JsonNode found, _) -> {
        List<JsonNode> cases =
            found.path("cases").valueStream().map(each -> each.path("case")).toList();
        var search = new Search(typed, true, cases, found.path("more").asBoolean(false));
        yield show(request, status, id, child, search, key, form, wrong);
      }
      case Answer failed -> {
        Words words = pages.words(request);
        Map<String, String> all = new HashMap<>(wrong);
        all.put(
            "words",
            failed instanceof Answer.Away(String what)
                ? words.say("find.away", words.say("away." + what))
                : words.problem("invalid"));
        HttpStatusCode failing =
            failed instanceof Answer.Away ? HttpStatus.SERVICE_UNAVAILABLE : UNPROCESSABLE;
        var search = new Search(typed, false, List.of(), false);
        yield show(request, failing, id, child, search, key, form, all);
      }
    };
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String child,
      Search search,
      String key,
      Map<String, String> form,
      Map<String, String> wrong) {
    Words words = pages.words(request);
    JsonNode known = api.read(ChildController.address(id, child)).body();
    var episodes = new EpisodeWords(words, node, clock.instant());
    List<JsonNode> all = known.path("episodes").valueStream().toList();
    var page =
        new LinkPage(
            id,
            child,
            CaseWords.code(node, id),
            episodes.who(all),
            known.path("exercise").asBoolean(false),
            search.words(),
            search.asked(),
            children(words, episodes, search.cases(), known),
            search.more(),
            key,
            typed(form),
            wrong);
    return pages.show(request, status, "children/link.jte", page);
  }

  private static Map<String, String> typed(Map<String, String> form) {
    Map<String, String> typed = new HashMap<>();
    for (String field : List.of(WITH, REASON)) {
      typed.put(field, form.getOrDefault(field, ""));
    }
    return typed;
  }

  /** Children of her own episodes' cases are herself or others; an exercise has its own. */
  private List<LinkPage.Found> children(
      Words words, EpisodeWords episodes, List<JsonNode> cases, JsonNode known) {
    List<LinkPage.Found> children = new ArrayList<>();
    boolean isExercise = known.path("exercise").asBoolean(false);
    for (JsonNode found : cases) {
      String caseId = found.path("id").asString("");
      boolean isOwn =
          known
              .path("episodes")
              .valueStream()
              .anyMatch(each -> each.path("case").asString("").equals(caseId));
      if (!isOwn && found.path("exercise").asBoolean(false) == isExercise) {
        for (String child : found.path("children").propertyNames()) {
          children.add(
              new LinkPage.Found(
                  caseId + "/" + child,
                  CaseWords.child(words, found.path("facts").path("children").path(child)),
                  CaseWords.code(node, caseId),
                  episodes.opened(found)));
        }
      }
    }
    return children;
  }
}
