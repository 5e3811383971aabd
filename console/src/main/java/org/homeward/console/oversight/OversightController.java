package org.homeward.console.oversight;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where the data-protection officer begins: the trails, open erasures and recalls, checks. */
@RestController
class OversightController {

  private static final List<String> SERVICES = List.of("intake", "alert", "bridge");
  private static final List<String> STANDINGS = List.of("OPEN", "FROZEN", "ENDED");
  private static final Set<String> DONE = Set.of("erased", "waiting", "checked");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  OversightController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/oversight")
  ResponseEntity<String> read(
      HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    boolean officer = HttpPages.person().filter(person -> person.is("dpo")).isPresent();
    Optional<List<OversightPage.Recall>> recalls = officer ? recalls() : Optional.of(List.of());
    var page =
        new OversightPage(
            officer,
            DONE.contains(done) ? words.say("oversight.done." + done) : "",
            officer ? SERVICES.stream().map(this::trail).toList() : List.of(),
            erasures(words),
            recalls.isPresent(),
            recalls.orElse(List.of()),
            officer ? checks(words) : List.of(),
            UUID.randomUUID().toString());
    return pages.show(request, "oversight/oversight.jte", page);
  }

  private OversightPage.Trail trail(String service) {
    if (api.get("/api/v1/health/" + service) instanceof Answer.Done(_, JsonNode health, _)) {
      for (JsonNode part : health.path("parts")) {
        if (part.path("part").asString("").equals("audit")) {
          return new OversightPage.Trail(
              service, part.path("status").asString(""), part.path("whatToDo").asString(""));
        }
      }
    }
    return new OversightPage.Trail(service, "UNKNOWN", "");
  }

  /** A first word waits in a case that is not over, or of which something is still out. */
  private List<OversightPage.Erasure> erasures(Words words) {
    List<OversightPage.Erasure> all = new ArrayList<>();
    for (String standing : STANDINGS) {
      String list = "/api/v1/cases?limit=200&waiting=ERASE&standing=" + standing;
      for (JsonNode found : api.read(list).body().path("cases")) {
        found
            .path("waiting")
            .valueStream()
            .filter(word -> word.path("matter").asString("").equals("ERASE"))
            .forEach(word -> all.add(erasure(words, found, word)));
      }
    }
    return all;
  }

  private OversightPage.Erasure erasure(Words words, JsonNode found, JsonNode word) {
    String id = found.path("id").asString("");
    return new OversightPage.Erasure(
        id,
        CaseWords.code(node, id),
        found.path("exercise").asBoolean(false),
        when(words, word.path("at")),
        when(words, word.path("until")));
  }

  /** Empty while the bridge does not answer: nothing is said to be done then. */
  private Optional<List<OversightPage.Recall>> recalls() {
    return api.get("/api/v1/handovers?limit=200&status=RECALLED")
            instanceof Answer.Done(_, JsonNode found, _)
        ? Optional.of(
            found
                .path("handovers")
                .valueStream()
                .filter(each -> each.path("role").asString("").equals("OWNER"))
                .map(this::recall)
                .toList())
        : Optional.empty();
  }

  private OversightPage.Recall recall(JsonNode handover) {
    String id = handover.path("case").asString("");
    return new OversightPage.Recall(
        handover.path("partner").asString(""), id, CaseWords.code(node, id));
  }

  private List<OversightPage.Check> checks(Words words) {
    return api.read("/api/v1/tasks?limit=200")
        .body()
        .path("tasks")
        .valueStream()
        .filter(task -> task.path("kind").asString("").startsWith("CHECK_"))
        .map(
            task ->
                new OversightPage.Check(
                    task.path("id").asString(""),
                    task.path("kind").asString(""),
                    name(words, task),
                    task.path("person").asString(""),
                    when(words, task.path("since"))))
        .toList();
  }

  private String name(Words words, JsonNode task) {
    String caseId = task.path("case").asString("");
    if (!caseId.isEmpty()) {
      return CaseWords.code(node, caseId);
    }
    String person = task.path("person").asString("");
    if (task.has("careFile")) {
      return words.colleague(person);
    }
    return person.isEmpty()
        ? task.path("name").asString("")
        : words.say("oversight.check.person", words.colleague(person), task.path("count").asInt(0));
  }

  private String when(Words words, JsonNode at) {
    return FactWords.instant(at)
        .map(
            then ->
                words.when(then, clock.instant()) + " (" + words.away(then, clock.instant()) + ")")
        .orElse("");
  }

  @PostMapping("/oversight/tasks/{task}/done")
  ResponseEntity<String> checked(
      @PathVariable String task, @RequestParam(defaultValue = "") String key) {
    if (!task.matches("[A-Za-z0-9._-]{1,100}")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    var body = JsonNodeFactory.instance.objectNode();
    return switch (api.post("/api/v1/tasks/" + task + "/done", body, key + "-" + task, "")) {
      case Answer.Done _ -> done();
      case Answer.Refused(int status, _, _) when status == 404 -> done(); // by somebody else
      case Answer failed -> throw HttpApi.failure(failed);
    };
  }

  private static ResponseEntity<String> done() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/oversight?done=checked"))
        .build();
  }
}
