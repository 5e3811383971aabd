package org.homeward.console.tips;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.owners.ToOwner;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.CacheControl;
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
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** One tip: put on the map, graded, tied to a case, made a report, laid aside, erased. */
@RestController
class TriageController {

  private static final String TIP = "/tips/{id}";
  private static final String HANDOVERS = "/api/v1/handovers/";
  private static final Set<String> DONE =
      Set.of("taken", "sighting", "located", "graded", "tied", "sent", "takenBack", "toErase");
  private static final Set<String> OF_PICTURE =
      Set.of("look", "withdraw", "lock", "hand-over", "destroy", "photo");
  private static final int CASES = 50;

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  TriageController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(TIP)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    boolean isDone =
        DONE.contains(done)
            || done.equals("picture-waits")
            || (done.startsWith("picture-") && OF_PICTURE.contains(done.substring(8)));
    String told = isDone ? pages.words(request).say("tips.done." + done) : "";
    return show(request, HttpStatus.OK, id, Map.of(), told, "", HttpFormEnd.freshKey());
  }

  /** What is typed as no point is no number for the API either, and it says so. */
  @PostMapping(TIP + "/locate")
  ResponseEntity<String> locate(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    TypedPoint.put(body, form.getOrDefault("point", ""), form.getOrDefault("withinMetres", ""));
    return change(request, id, "/locate", body, form, _ -> "/tips/" + id + "?done=located");
  }

  @PostMapping(TIP + "/grade")
  ResponseEntity<String> grade(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = body(form, "source", "information", "reason");
    return change(request, id, "/grade", body, form, _ -> "/tips/" + id + "?done=graded");
  }

  @PostMapping(TIP + "/tie")
  ResponseEntity<String> tie(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "/tie", body(form, "case"), form, _ -> "/tips/" + id + "?done=tied");
  }

  @PostMapping(TIP + "/no-use")
  ResponseEntity<String> layAside(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String why = form.getOrDefault("why", "").strip().replace("\r\n", "\n");
    if (!why.isEmpty()) {
      body.put("reason", why);
    }
    return change(request, id, "/no-use", body, form, _ -> "/tips?done=aside");
  }

  /** Nothing is left to show, unless another person has to say the same. */
  @PostMapping(TIP + "/erase")
  ResponseEntity<String> erase(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("reason", form.getOrDefault("because", ""));
    return change(
        request,
        id,
        "/erase",
        body,
        form,
        done ->
            done.path("standing").asString("").equals("ERASED")
                ? "/tips?done=erased"
                : "/tips/" + id + "?done=toErase");
  }

  /** The browser keeps nothing of it. */
  @GetMapping(TIP + "/picture/{size}")
  ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable String size) {
    if (!size.matches("96|400|1600|veiled")) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .body(api.picture(place(id) + "/picture/" + size));
  }

  @PostMapping(TIP + "/picture/{what}")
  ResponseEntity<String> actOnPicture(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String what,
      @RequestParam Map<String, String> form) {
    if (!OF_PICTURE.contains(what)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return change(
        request,
        id,
        "/picture/" + what,
        body(form, "reference", "child"),
        form,
        done ->
            what.equals("photo")
                ? "/cases/%s/photos/%s?done=sent"
                    .formatted(done.path("case").asString(""), done.path("photo").asString(""))
                : "/tips/%s?done=picture-%s"
                    .formatted(id, done.path("waits").asBoolean(false) ? "waits" : what));
  }

  /** The report is held; the page of its release is next. */
  @PostMapping(TIP + "/report")
  ResponseEntity<String> report(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(
        request,
        id,
        "/report",
        JsonNodeFactory.instance.objectNode(),
        form,
        TriageController::release);
  }

  /** Tells the owner first, then the tip; after a crash the same press completes both. */
  @PostMapping(TIP + "/owner/back")
  ResponseEntity<String> takeBack(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    JsonNode sent = api.read(place(id)).body().path("sent");
    if (sent.isMissingNode()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    String handover = sent.path("handover").asString("");
    String sighting = sent.path("sighting").asString("");
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    wish.put("what", "SIGHTING_WITHDRAWN").put("sighting", sighting);
    String place = HANDOVERS + PathId.of(handover) + "/proposals";
    Answer told = api.post(place, wish, form.getOrDefault("key", "") + "/back", "");
    if (!(told instanceof Answer.Done)) {
      return ended(request, id, form, told, _ -> "/tips/" + id);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("handover", handover).put("sighting", sighting).put("takenBack", true);
    return change(request, id, "/sent", body, form, _ -> "/tips/" + id + "?done=takenBack");
  }

  private static ObjectNode body(Map<String, String> form, String... fields) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (String field : fields) {
      String typed = form.getOrDefault(field, "").strip().replace("\r\n", "\n");
      if (!typed.isEmpty()) {
        body.put(field, typed);
      }
    }
    return body;
  }

  private ResponseEntity<String> change(
      HttpServletRequest request,
      String id,
      String what,
      ObjectNode body,
      Map<String, String> form,
      Function<JsonNode, String> next) {
    String key = form.getOrDefault("key", "");
    return ended(
        request,
        id,
        form,
        api.post(place(id) + what, body, key + what, form.getOrDefault("seen", "")),
        next);
  }

  private ResponseEntity<String> ended(
      HttpServletRequest request,
      String id,
      Map<String, String> form,
      Answer answer,
      Function<JsonNode, String> next) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    if (answer instanceof Answer.Refused(int status, _, _) && status == 404) {
      throw HttpApi.failure(answer);
    }
    return HttpFormEnd.of(words, key)
        .saying(
            type ->
                type.equals("precondition-failed")
                    ? words.say("tips.changed")
                    : ToOwner.problem(words, type))
        .after(
            answer,
            done -> HttpFormEnd.leadTo(next.apply(done.body())),
            again -> show(request, again.status(), id, form, "", why(words, again), again.key()));
  }

  private static String why(Words words, HttpFormEnd.Again again) {
    return again.wrong().entrySet().stream()
        .filter(each -> !each.getKey().isEmpty())
        .map(each -> words.say("tips.field." + each.getKey()) + ": " + each.getValue())
        .distinct()
        .sorted()
        .reduce(again.reason(), (all, each) -> all + " " + each);
  }

  static String release(JsonNode reported) {
    return "/cases/%s/reports/%s/release"
        .formatted(reported.path("case").asString(""), reported.path("report").asString(""));
  }

  private static String place(String id) {
    return TipsController.TIPS + "/" + PathId.of(id);
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      Map<String, String> typed,
      String told,
      String wrong,
      String key) {
    Words words = pages.words(request);
    Answer.Done found = api.read(place(id));
    JsonNode tip = found.body();
    Optional<Person> reader = HttpPages.person();
    boolean decides = reader.filter(Person::takesReports).isPresent();
    var lines = new TipLines(words, node, TipsController.reader(), clock.instant());
    TipLine line = lines.of(tip);
    JsonNode ofCase = caseOf(tip);
    var page =
        new TipPage(
            line,
            lines.facts(tip),
            alike(words, lines, tip),
            tip.path("timeFits").asBoolean(true),
            lines.gradedBy(tip.path("grade")),
            tip.at("/grade/reason").asString(""),
            tip.at("/noUse/reason").asString(""),
            tip.has("report") ? release(tip) : "",
            decides && line.leads().isEmpty() ? ties(words, line.exercise()) : Map.of(),
            typed,
            found.etag(),
            key,
            told,
            wrong,
            decides,
            reader.filter(each -> each.is("supervisor") || each.is("dpo")).isPresent(),
            TipLines.lastSeenTyped(ofCase),
            tip.has("picture") ? story(words, reader, tip, ofCase) : null,
            ToOwner.isAbroad(ofCase, node) ? toOwner(words, reader, lines, tip, ofCase) : null,
            lines.toErase(tip.path("toErase")));
    return pages.show(request, status, "tips/tip.jte", page);
  }

  private ToOwner toOwner(
      Words words, Optional<Person> reader, TipLines lines, JsonNode tip, JsonNode ofCase) {
    boolean isSent = tip.has("sent");
    String handover = PathId.of(ofCase.path("handover").asString(""));
    JsonNode found =
        isSent && api.get(HANDOVERS + handover) instanceof Answer.Done(_, var told, _)
            ? told
            : MissingNode.getInstance();
    boolean decides = reader.filter(Person::isOnCases).isPresent();
    return ToOwner.of(words, lines::when, tip, ofCase, found, TipsController.reader(), decides);
  }

  /** The case that a tip is tied to; missing where there is none, or nobody answers. */
  private JsonNode caseOf(JsonNode tip) {
    String id = tip.path("case").asString("");
    return !id.isEmpty()
            && api.get("/api/v1/cases/" + PathId.of(id)) instanceof Answer.Done(_, var found, _)
        ? found
        : MissingNode.getInstance();
  }

  private TipPictureStory story(
      Words words, Optional<Person> reader, JsonNode tip, JsonNode ofCase) {
    return TipPictureStory.of(
        words,
        clock.instant(),
        tip,
        TipsController.reader(),
        reader.filter(Person::takesReports).isPresent(),
        reader.filter(each -> each.is("supervisor")).isPresent(),
        children(words, ofCase));
  }

  /** Of the case that the tip is tied to, by id. */
  private static Map<String, String> children(Words words, JsonNode ofCase) {
    Map<String, String> children = new LinkedHashMap<>();
    for (String child : ofCase.path("children").propertyNames()) {
      JsonNode says = ofCase.path("facts").path("children").path(child);
      children.put(child, CaseWords.child(words, says));
    }
    return children;
  }

  private static Map<String, String> alike(Words words, TipLines lines, JsonNode tip) {
    Map<String, String> alike = new LinkedHashMap<>();
    tip.path("alike")
        .valueStream()
        .forEach(
            other -> {
              List<String> by =
                  other
                      .path("by")
                      .valueStream()
                      .map(each -> words.say("tips.alike." + each.asString("")))
                      .toList();
              alike.put(
                  "/tips/" + other.path("tip").asString(""),
                  lines.when(other.path("receivedAt")) + ": " + String.join(", ", by));
            });
    return alike;
  }

  /** Open cases; without them the tip can still be graded. */
  private Map<String, String> ties(Words words, boolean exercise) {
    Map<String, String> ties = new LinkedHashMap<>();
    if (api.get("/api/v1/cases?order=CHANGED&limit=" + CASES)
        instanceof Answer.Done(_, JsonNode found, _)) {
      found
          .path("cases")
          .valueStream()
          .filter(each -> each.path("exercise").asBoolean(false) == exercise)
          .forEach(
              each -> {
                String id = each.path("id").asString("");
                String who = CaseWords.children(words, each.path("facts"));
                ties.put(id, CaseWords.code(node, id) + " · " + who);
              });
    }
    return ties;
  }
}
