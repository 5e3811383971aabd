package org.homeward.console.handovers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.facts.Fact;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.face.problem.FaceProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The pages on which people make their moves with handovers. */
@RestController
class MovesController {

  private static final String MOVE = "/handovers/{id}/{move}";

  private final HttpApi api;
  private final HttpHandovers handovers;
  private final HttpPages pages;
  private final Clock clock;

  MovesController(HttpApi api, HttpHandovers handovers, HttpPages pages, Clock clock) {
    this.api = api;
    this.handovers = handovers;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(MOVE)
  ResponseEntity<String> ask(
      HttpServletRequest request, @PathVariable String id, @PathVariable String move) {
    return show(
        request, HttpStatus.OK, id, known(move), Map.of(), Map.of(), HttpFormEnd.freshKey());
  }

  @PostMapping(MOVE)
  ResponseEntity<String> make(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String move,
      @RequestParam MultiValueMap<String, String> form) {
    Move made = known(move);
    if (made == Move.GROUNDS && isOtherWord(id, form)) {
      var changed = Map.of("", handovers.words(request).problem("precondition-failed"));
      String fresh = HttpFormEnd.freshKey();
      return show(request, HttpStatus.CONFLICT, id, made, form, changed, fresh);
    }
    String key = Objects.requireNonNullElse(form.getFirst("key"), "");
    String seen = made.needsVersion() ? Objects.requireNonNullElse(form.getFirst("seen"), "") : "";
    return HttpFormEnd.of(pages.words(request), key)
        .saying(type -> handovers.words(request).problem(type))
        .after(
            api.post(HttpHandovers.of(id, made.path()), body(made, form), key, seen),
            _ -> HttpFormEnd.leadTo("/handovers/" + id + "?done=" + made.path()),
            again -> show(request, again.status(), id, made, form, again.wrong(), again.key()));
  }

  /** Whoever read of the first word must not give the second one, nor the other way round. */
  private boolean isOtherWord(String id, MultiValueMap<String, String> form) {
    boolean read = "true".equals(form.getFirst("second"));
    return isSecond(Move.GROUNDS, handovers.one(id).body()) != read;
  }

  private static Move known(String move) {
    return Move.of(move).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  static ObjectNode body(Move move, MultiValueMap<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (move == Move.GROUNDS) {
      body.put("ground", "VITAL_INTEREST");
    }
    for (MoveField field : move.fields()) {
      List<String> answers =
          form.getOrDefault(field.name(), List.of()).stream()
              .map(String::strip)
              .filter(answer -> !answer.isEmpty())
              .toList();
      if (field.kind() == MoveField.Kind.SOME_OF) {
        var codes = body.putArray(field.name());
        answers.forEach(codes::add);
      } else if (!answers.isEmpty()) {
        body.put(field.name(), answers.getFirst());
      }
    }
    return body;
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      Move move,
      Map<String, List<String>> form,
      Map<String, String> wrong,
      String key) {
    Answer.Done found = handovers.one(id);
    Words words = pages.words(request);
    HandoverWords says = handovers.words(request);
    Map<String, List<String>> typed = new HashMap<>();
    move.fields()
        .forEach(field -> typed.put(field.name(), form.getOrDefault(field.name(), List.of())));
    HandoverLine line = says.line(found.body());
    var page =
        new MovePage(
            line,
            move.path(),
            found.etag(),
            key,
            isSecond(move, found.body()),
            effect(words, move, found.body(), line.partner()),
            facts(request, says, found.body()),
            move.fields(),
            typed,
            wrong);
    return pages.show(request, status, "handovers/move.jte", page);
  }

  /** The second person's word does more than the first one's. */
  private static String effect(Words words, Move move, JsonNode found, String partner) {
    return words.say(
        "move." + move.path() + (isSecond(move, found) ? ".second" : ".effect"), partner);
  }

  private static boolean isSecond(Move move, JsonNode found) {
    return move == Move.GROUNDS && found.has("vitalInterest");
  }

  /** The facts to decide by: those that the partner has told, otherwise the offer. */
  private List<Fact> facts(HttpServletRequest request, HandoverWords says, JsonNode found) {
    Words words = pages.words(request);
    var factWords = new FactWords(words, clock.instant()).zoned();
    var story = new HandoverStory(words, says, factWords, HttpPages.person().orElseThrow());
    HandoverPage page =
        story.of(found, handovers.content(found), JsonNodeFactory.instance.arrayNode(), "");
    List<Fact> facts =
        new ArrayList<>(page.content().stream().flatMap(group -> group.facts().stream()).toList());
    return facts.isEmpty()
        ? Stream.concat(page.offer().stream(), page.heard().stream()).toList()
        : facts;
  }
}
