package org.homeward.console.shifts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.facts.FactWords;
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

/** The shift: what the last one left, what is open, and who goes on from there. */
@RestController
class ShiftController {

  static final String SHIFTS = "/api/v1/shifts";

  private static final Set<String> DONE = Set.of("left", "accepted", "taken-back");

  /** Two weeks of three shifts a day; those that wait stand first. */
  private static final int LIMIT = 50;

  private static final int MOST_WAITING = 5;

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  ShiftController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/shift")
  ResponseEntity<String> read(
      HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told = DONE.contains(done) ? words.say("shift.done." + done) : "";
    return show(request, HttpStatus.OK, told, "", HttpFormEnd.freshKey());
  }

  /** For the line on top of each page, which a script fills in. */
  @GetMapping("/shift/bar")
  ResponseEntity<String> bar(HttpServletRequest request) {
    Words words = pages.words(request);
    JsonNode first = api.read(SHIFTS + "?limit=1").body().path("shifts").path(0);
    return pages.show(request, "shifts/bar.jte", bar(words, first));
  }

  private BarPage bar(Words words, JsonNode first) {
    if (first.isMissingNode()) {
      return new BarPage(words.say("frame.shift"), false);
    }
    JsonNode over = first.path("over");
    if (over.isMissingNode()) {
      boolean overdue = first.path("overdue").asBoolean(false);
      String who = words.person(first.path("leftBy").asString(""), reader());
      String key = overdue ? "shift.bar.overdue" : "shift.bar.waits";
      return new BarPage(words.say(key, who, at(words, first.path("leftAt"))), overdue);
    }
    return new BarPage(words.say("shift.bar.has", has(words, over)), false);
  }

  /** The person who accepted the last shift, or took it back, has the shift. */
  private String has(Words words, JsonNode over) {
    return words.person(over.path("by").asString(""), reader()) + ", " + at(words, over.path("at"));
  }

  private String at(Words words, JsonNode at) {
    return FactWords.instant(at).map(then -> words.when(then, clock.instant())).orElse("");
  }

  @PostMapping("/shift/{id}/accept")
  ResponseEntity<String> accept(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return end(request, id, "accept", form, "accepted");
  }

  @PostMapping("/shift/{id}/take-back")
  ResponseEntity<String> takeBack(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return end(request, id, "take-back", form, "taken-back");
  }

  private ResponseEntity<String> end(
      HttpServletRequest request, String id, String what, Map<String, String> form, String done) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    String place = SHIFTS + "/" + PathId.of(id) + "/" + what;
    var nothing = JsonNodeFactory.instance.objectNode();
    Answer answer = api.post(place, nothing, key + "-" + what, form.getOrDefault("seen", ""));
    if (answer instanceof Answer.Refused(int status, _, _) && status == 404) {
      throw HttpApi.failure(new Answer.Refused(status, "", List.of()));
    }
    return HttpFormEnd.of(words, key)
        .saying(
            type ->
                type.equals("precondition-failed")
                    ? words.say("shift.changed")
                    : words.problem(type))
        .after(
            answer,
            _ -> HttpFormEnd.leadTo("/shift?done=" + done),
            again -> show(request, again.status(), "", again.reason(), again.key()));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request, HttpStatusCode status, String told, String wrong, String key) {
    Words words = pages.words(request);
    Instant now = clock.instant();
    List<JsonNode> shifts =
        api.read(SHIFTS + "?limit=" + LIMIT).body().path("shifts").valueStream().toList();
    var work = new HttpOpenWork(api, words, node, reader(), now);
    Optional<Instant> leftLast =
        shifts.stream()
            .filter(each -> each.path("leftBy").asString("").equals(reader()))
            .flatMap(each -> FactWords.instant(each.path("leftAt")).stream())
            .max(Instant::compareTo);
    Optional<List<OpenWork.Line>> changed = leftLast.flatMap(work::changedSince);
    var page =
        new ShiftPage(
            told,
            wrong,
            shifts.stream()
                .filter(each -> !each.has("over"))
                .limit(MOST_WAITING)
                .flatMap(each -> left(words, each, key).stream())
                .toList(),
            shifts.stream()
                .filter(each -> each.has("over"))
                .findFirst()
                .map(each -> has(words, each.path("over")))
                .orElse(""),
            work.read(),
            changed.orElse(List.of()),
            changed.isPresent() ? leftLast.map(at -> words.when(at, now)).orElse("") : "");
    return pages.show(request, status, "shifts/shift.jte", page);
  }

  /** It may have been erased since it was listed. */
  private Optional<ShiftPage.Left> left(Words words, JsonNode line, String key) {
    String id = line.path("shift").asString("");
    if (!(api.get(SHIFTS + "/" + id) instanceof Answer.Done(_, JsonNode found, String seen))) {
      return Optional.empty();
    }
    String by = found.path("leftBy").asString("");
    return Optional.of(
        new ShiftPage.Left(
            id,
            words.say(
                "shift.left",
                words.person(by, reader()),
                FactWords.instant(found.path("leftAt"))
                    .map(at -> words.dated(at, clock.instant()))
                    .orElse("")),
            FactWords.instant(found.path("acceptBy"))
                .map(at -> words.due(at, clock.instant()))
                .orElse(""),
            found.path("overdue").asBoolean(false),
            by.equals(reader()),
            found.path("words").asString(""),
            found.path("lines").valueStream().map(this::line).toList(),
            seen,
            key));
  }

  private ShiftPage.Line line(JsonNode found) {
    String id = found.path("case").asString("");
    return new ShiftPage.Line(id, CaseWords.code(node, id), found.path("text").asString(""));
  }

  static String reader() {
    return HttpPages.person().map(Person::id).orElse("");
  }
}
