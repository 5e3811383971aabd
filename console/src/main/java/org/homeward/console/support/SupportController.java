package org.homeward.console.support;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Typed;
import org.homeward.console.pages.Words;
import org.homeward.console.providers.HttpProviderNames;
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

/** A member writes down what is needed, who agreed, what was given, and the plan. */
@RestController
class SupportController {

  private static final String PAGE = "/care-files/{id}/support";
  private static final String NEED = PAGE + "/needs/{need}";
  private static final Set<String> DONE = Set.of("needs", "words", "services", "moved", "plan");

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  SupportController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = DONE.contains(done) ? pages.words(request).say("support.done." + done) : "";
    return show(request, HttpStatus.OK, id, told, HttpFormEnd.freshKey(), Map.of(), Map.of());
  }

  @PostMapping(PAGE + "/needs")
  ResponseEntity<String> need(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = body(form, "whom", "service", "note");
    Typed.putNumber(body, form, "bornIn");
    return change(request, id, "/needs", "needs", body, form);
  }

  @PostMapping(NEED + "/words")
  ResponseEntity<String> say(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String need,
      @RequestParam Map<String, String> form) {
    ObjectNode body = body(form, "from", "how");
    String agrees = form.getOrDefault("agrees", "");
    if (!agrees.isEmpty()) {
      body.put("agrees", agrees.equals("true"));
    }
    return change(request, id, "/needs/" + PathId.of(need) + "/words", "words", body, form);
  }

  @PostMapping(NEED + "/services")
  ResponseEntity<String> offer(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String need,
      @RequestParam Map<String, String> form) {
    return change(
        request,
        id,
        "/needs/" + PathId.of(need) + "/services",
        "services",
        body(form, "provider", "note"),
        form);
  }

  @PostMapping(NEED + "/services/{offer}/moved")
  ResponseEntity<String> move(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String need,
      @PathVariable String offer,
      @RequestParam Map<String, String> form) {
    ObjectNode body = body(form, "to", "note");
    Typed.putNumber(body, form, "cost");
    if (body.has("cost")) {
      Typed.put(body, form, "currency");
    }
    return change(
        request,
        id,
        "/needs/" + PathId.of(need) + "/services/" + PathId.of(offer) + "/moved",
        "moved",
        body,
        form);
  }

  @PostMapping(PAGE + "/plan")
  ResponseEntity<String> plan(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = body(form, "goals");
    String reviewBy = form.getOrDefault("reviewBy", "").strip();
    if (!reviewBy.isEmpty()) {
      body.put("reviewBy", Typed.time(reviewBy, pages.words(request).zone()));
    }
    return change(request, id, "/plan", "plan", body, form);
  }

  private static ObjectNode body(Map<String, String> form, String... fields) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String field : fields) {
      Typed.put(body, form, field);
    }
    return body;
  }

  private ResponseEntity<String> change(
      HttpServletRequest request,
      String id,
      String below,
      String what,
      ObjectNode body,
      Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String press = key + "-" + form.getOrDefault("form", what);
    return HttpFormEnd.of(words, key)
        .saying(type -> type.equals("conflict") ? words.say("support.notNow") : words.problem(type))
        .after(
            api.post(file(id) + "/support" + below, body, press, ""),
            _ -> HttpFormEnd.leadTo("/care-files/" + id + "/support?done=" + what),
            again -> show(request, again.status(), id, "", again.key(), form, again.wrong()));
  }

  private static String file(String id) {
    return "/api/v1/care-files/" + PathId.of(id);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String told,
      String key,
      Map<String, String> typed,
      Map<String, String> wrong) {
    var story =
        new SupportStory(
            pages.words(request), HttpPages.person().orElseThrow().id(), clock.instant());
    JsonNode support = api.read(file(id) + "/support").body();
    JsonNode plan = support.path("plan");
    var page =
        new SupportPage(
            id,
            support.path("exercise").asBoolean(false),
            told,
            support.path("mine").asBoolean(false),
            support.path("parentsAreAsked").asBoolean(false),
            plan.path("goals").asString(""),
            story.review(plan),
            plan.path("overdue").asBoolean(false),
            story.needs(support),
            HttpProviderNames.of(api),
            key,
            typed,
            wrong);
    return pages.show(request, status, "support/support.jte", page);
  }
}
