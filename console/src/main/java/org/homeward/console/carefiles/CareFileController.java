package org.homeward.console.carefiles;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Typed;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One care file: a member writes in it, and whoever broke its glass reads it. */
@RestController
class CareFileController {

  private static final String PAGE = CareFilesController.PAGE + "/{id}";
  private static final Set<String> DONE =
      Set.of("about", "access", "screenings", "consents", "passed-on", "links", "unlink");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  CareFileController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = DONE.contains(done) ? pages.words(request).say("care.done." + done) : "";
    return show(request, HttpStatus.OK, id, told, HttpFormEnd.freshKey(), Map.of(), Map.of());
  }

  @PostMapping(PAGE + "/about")
  ResponseEntity<String> write(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    CareForm.about(body, form);
    return change(request, id, "about", body, form, true);
  }

  /** Members whom the page cannot name stay as they are. */
  @PostMapping(PAGE + "/access")
  ResponseEntity<String> share(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    Typed.pressed(body.putArray("members"), form, "member");
    String keptFrom = form.getOrDefault("keptFrom", "").strip();
    if (!keptFrom.isEmpty()) {
      body.putArray("notTo").add("person:" + keptFrom);
    }
    return change(request, id, "access", body, form, true);
  }

  @PostMapping(PAGE + "/consents")
  ResponseEntity<String> agree(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode to = body.putArray("to");
    Typed.pressed(to, form, "to");
    Typed.put(body, form, "how");
    return change(request, id, "consents", body, form, true);
  }

  @PostMapping(PAGE + "/passed-on")
  ResponseEntity<String> passOn(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    Typed.put(body, form, "to");
    body.put("name", form.getOrDefault("whom", "").strip());
    for (String field : List.of("what", "ground", "reason")) {
      Typed.put(body, form, field);
    }
    return change(request, id, "passed-on", body, form, true);
  }

  @PostMapping(PAGE + "/links")
  ResponseEntity<String> link(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "links", ofCase(form), form, false);
  }

  @PostMapping(PAGE + "/unlink")
  ResponseEntity<String> unlink(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "unlink", ofCase(form), form, false);
  }

  /** A case by its id, or by the address of its page. */
  private static ObjectNode ofCase(Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String typed = form.getOrDefault("case", "").strip();
    String id = typed.replaceFirst("^.*/cases/", "").replaceFirst("[/?#].*$", "");
    if (!id.isEmpty()) {
      body.put("case", id);
    }
    return body;
  }

  private ResponseEntity<String> change(
      HttpServletRequest request,
      String id,
      String what,
      ObjectNode body,
      Map<String, String> form,
      boolean takesVersion) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String seen = takesVersion ? form.getOrDefault("seen", "") : "";
    return HttpFormEnd.of(words, key)
        .saying(
            type ->
                switch (type) {
                  case "precondition-failed" -> words.say("care.changed");
                  case "not-found" -> words.say("care.case.unknown");
                  default -> words.problem(type);
                })
        .after(
            api.post(address(id) + "/" + what, body, key + "-" + what, seen),
            _ -> HttpFormEnd.leadTo(CareFilesController.PAGE + "/" + id + "?done=" + what),
            again -> show(request, again.status(), id, "", again.key(), form, again.wrong()));
  }

  static String address(String id) {
    return CareFilesController.API + "/" + PathId.of(id);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String told,
      String key,
      Map<String, String> typed,
      Map<String, String> wrong) {
    Words words = pages.words(request);
    Person reader = HttpPages.person().orElseThrow();
    Answer.Done found = api.read(address(id));
    JsonNode file = found.body();
    var story = new CareStory(words, reader.id(), clock.instant());
    JsonNode indicators = api.read("/api/v1/screening/indicators").body();
    JsonNode colleagues = api.read("/api/v1/colleagues").body().path("colleagues");
    List<String> isMember =
        file.path("members").valueStream().map(each -> each.asString("")).toList();
    var page =
        new CareFilePage(
            id,
            story.whoOf(file),
            told,
            file.path("exercise").asBoolean(false),
            file.path("mine").asBoolean(false),
            file.at("/about/age").asString("").equals("CHILD"),
            about(file.path("about")),
            story.members(file),
            team(colleagues, isMember, words, reader),
            staff(colleagues, isMember),
            isMember,
            file.path("notTo").size(),
            story.screenings(file, story.asks(indicators)),
            story.consents(file),
            story.passedOn(file),
            story.openings(file),
            story.links(file, node),
            story.toErase(file),
            found.etag(),
            key,
            typed,
            wrong);
    return pages.show(request, status, "carefiles/file.jte", page);
  }

  private static Map<String, String> about(JsonNode about) {
    Map<String, String> fields = new HashMap<>();
    about.properties().forEach(each -> fields.put(each.getKey(), each.getValue().asString("")));
    return fields;
  }

  /** Confidants by name, and members whom nobody knows by name. */
  private static Map<String, String> team(
      JsonNode colleagues, List<String> members, Words words, Person reader) {
    Map<String, String> team =
        named(
            colleagues,
            each ->
                each.path("roles")
                    .valueStream()
                    .anyMatch(role -> role.asString("").equals("confidant")));
    members.forEach(each -> team.putIfAbsent(each, words.person(each, reader.id())));
    return team;
  }

  private static Map<String, String> staff(JsonNode colleagues, List<String> members) {
    return named(colleagues, each -> !members.contains(each.path("person").asString("")));
  }

  private static Map<String, String> named(JsonNode colleagues, Predicate<JsonNode> which) {
    Map<String, String> named = new LinkedHashMap<>();
    colleagues
        .valueStream()
        .filter(which)
        .forEach(
            each -> named.put(each.path("person").asString(""), each.path("name").asString("")));
    return named;
  }
}
