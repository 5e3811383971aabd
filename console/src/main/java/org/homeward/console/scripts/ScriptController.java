package org.homeward.console.scripts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
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

/** One text: anybody of the team proposes, and a supervisor who did not write it approves. */
@RestController
class ScriptController {

  private static final String PAGE = "/scripts/{script}";
  private static final Set<String> DONE = Set.of("proposed", "approved", "withdrawn");

  private final HttpApi api;
  private final HttpPages pages;
  private final Clock clock;

  ScriptController(HttpApi api, HttpPages pages, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String script,
      @RequestParam(defaultValue = "") String done) {
    String told = DONE.contains(done) ? pages.words(request).say("script.done." + done) : "";
    return show(request, HttpStatus.OK, script, Map.of(), told, "", HttpFormEnd.freshKey());
  }

  @PostMapping(PAGE + "/propose")
  ResponseEntity<String> propose(
      HttpServletRequest request,
      @PathVariable String script,
      @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("text", form.getOrDefault("text", "").strip().replace("\r\n", "\n"));
    return change(request, script, "propose", body, form, "proposed");
  }

  @PostMapping(PAGE + "/approve")
  ResponseEntity<String> approve(
      HttpServletRequest request,
      @PathVariable String script,
      @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String edition = form.getOrDefault("edition", "");
    if (edition.matches("[1-9][0-9]{0,8}")) {
      body.put("edition", Integer.parseInt(edition));
    }
    return change(request, script, "approve", body, form, "approved");
  }

  @PostMapping(PAGE + "/withdraw")
  ResponseEntity<String> withdraw(
      HttpServletRequest request,
      @PathVariable String script,
      @RequestParam Map<String, String> form) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return change(request, script, "withdraw", nothing, form, "withdrawn");
  }

  private ResponseEntity<String> change(
      HttpServletRequest request,
      String script,
      String what,
      ObjectNode body,
      Map<String, String> form,
      String done) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String seen = form.getOrDefault("seen", "");
    return HttpFormEnd.of(words, key)
        .saying(
            type ->
                type.equals("precondition-failed")
                    ? words.say("script.changed")
                    : words.problem(type))
        .after(
            api.post(place(script) + "/" + what, body, key + "-" + what, seen),
            _ -> HttpFormEnd.leadTo("/scripts/" + script + "?done=" + done),
            again -> show(request, again.status(), script, form, "", again.one(), again.key()));
  }

  private static String place(String script) {
    if (!script.matches("[A-Z_]{1,40}\\.[A-Za-z-]{2,10}")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return ScriptsController.SCRIPTS + "/" + script;
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String script,
      Map<String, String> form,
      String told,
      String wrong,
      String key) {
    Words words = pages.words(request);
    Instant now = clock.instant();
    Answer.Done found = api.read(place(script));
    JsonNode body = found.body();
    String reader = ScriptsController.reader();
    Optional<Edition> proposed = edition(words, body.path("proposed"), reader, now);
    Optional<Edition> inUse = edition(words, body.path("inUse"), reader, now);
    var page =
        new ScriptPage(
            script,
            words.code("occasion", body.path("occasion").asString("")),
            inUse,
            proposed,
            body.at("/proposed/by").asString("").equals(reader),
            body.path("editions")
                .valueStream()
                .map(each -> Edition.of(words, each, reader, now))
                .filter(each -> inUse.filter(it -> it.number().equals(each.number())).isEmpty())
                .toList(),
            form.getOrDefault("text", proposed.or(() -> inUse).map(Edition::written).orElse("")),
            found.etag(),
            key,
            HttpPages.person().filter(each -> each.is("supervisor")).isPresent(),
            told,
            wrong);
    return pages.show(request, status, "scripts/script.jte", page);
  }

  private static Optional<Edition> edition(
      Words words, JsonNode found, String reader, Instant now) {
    return found.isMissingNode()
        ? Optional.empty()
        : Optional.of(Edition.of(words, found, reader, now));
  }
}
