package org.homeward.console.tips;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The inbox of tips, and the form for somebody who calls. */
@RestController
class TipsController {

  static final String TIPS = "/api/v1/tips";

  private static final int LIMIT = 50;
  private static final Set<String> DONE = Set.of("aside", "erased");

  private final HttpApi api;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  TipsController(HttpApi api, HttpPages pages, String node, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping("/tips")
  ResponseEntity<String> read(
      HttpServletRequest request,
      @RequestParam(name = "case", defaultValue = "") String ofCase,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "") String done) {
    Words words = pages.words(request);
    String told = DONE.contains(done) ? words.say("tips.done." + done) : "";
    return pages.show(request, "tips/inbox.jte", page(words, ofCase, after, told));
  }

  @GetMapping("/tips/list")
  ResponseEntity<String> list(HttpServletRequest request) {
    return pages.show(request, "tips/list.jte", page(pages.words(request), "", "", ""));
  }

  private InboxPage page(Words words, String ofCase, String after, String done) {
    var query = UriComponentsBuilder.fromPath(TIPS).queryParam("limit", LIMIT);
    Map<String, String> values = new HashMap<>();
    Map.of("case", ofCase, "after", after)
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) {
                query.queryParam(name, "{" + name + "}");
                values.put(name, value);
              }
            });
    JsonNode found = api.read(query.encode().buildAndExpand(values).toUriString()).body();
    var lines = new TipLines(words, node, reader(), clock.instant());
    List<TipLine> tips = found.path("tips").valueStream().map(lines::of).toList();
    String code = ofCase.isEmpty() ? "" : CaseWords.code(node, ofCase);
    TipMap map = map(lines, lines.points(found.path("tips")), ofCase);
    return new InboxPage(tips, map, found.path("next").asString(""), done, ofCase, code);
  }

  /** With the place where the child was seen last, as far as the case tells it. */
  private TipMap map(TipLines lines, List<TipMap.Point> points, String ofCase) {
    boolean isOfCase = !points.isEmpty() && PathId.isOne(ofCase);
    return isOfCase
            && api.get("/api/v1/cases/" + ofCase) instanceof Answer.Done(_, JsonNode found, _)
        ? TipMap.of(points, lines.lastSeen(found.at("/facts/lastSeen/place")).orElse(null))
        : TipMap.of(points, null);
  }

  @GetMapping("/tips/new")
  ResponseEntity<String> begin(HttpServletRequest request) {
    return form(request, HttpStatus.OK, TypedTip.EMPTY, HttpFormEnd.freshKey(), "");
  }

  @PostMapping("/tips/new")
  ResponseEntity<String> take(HttpServletRequest request, @RequestParam Map<String, String> form) {
    Words words = pages.words(request);
    String key = form.getOrDefault("key", "");
    TipForm tip = TipForm.of(form, words);
    if (!tip.wrong().isEmpty()) {
      return form(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          new TypedTip(form, tip.wrong()),
          HttpFormEnd.freshKey(),
          words.problem("invalid"));
    }
    tip.body().put("exercise", form.getOrDefault("exercise", "").equals("true"));
    tip.body().put("channel", form.getOrDefault("channel", "PHONE"));
    return HttpFormEnd.of(words, key)
        .after(
            api.post(TIPS + "/taken", tip.body(), key, ""),
            done -> {
              Optional<String> _ = located(api, done, tip.point(), key);
              return HttpFormEnd.leadTo(taken(done.body()));
            },
            again ->
                form(
                    request,
                    again.status(),
                    new TypedTip(form, atTheirFields(again.wrong())),
                    again.key(),
                    again.reason()));
  }

  /**
   * Puts a stored tip on the map. Where this fails, it is stored without a point, which its page
   * shows and takes.
   *
   * @return the version of the tip then; empty where it has no point that was chosen
   */
  static Optional<String> located(HttpApi api, Answer.Done stored, ObjectNode point, String key) {
    if (point.isEmpty()) {
      return Optional.of(stored.etag());
    }
    String tip = TIPS + "/" + PathId.of(stored.body().path("tip").asString(""));
    return api.post(tip + "/locate", point, key + "-locate", stored.etag())
            instanceof Answer.Done located
        ? Optional.of(located.etag())
        : Optional.empty();
  }

  /** Nobody has it yet: what is to be done with it stands on its page. */
  private static String taken(JsonNode stored) {
    return "/tips/" + stored.path("tip").asString("") + "?done=taken";
  }

  static Map<String, String> atTheirFields(Map<String, String> wrong) {
    Map<String, String> all = new HashMap<>(wrong);
    String seenAt = all.remove("seenAt");
    if (seenAt != null) {
      all.put("day", seenAt);
    }
    all.remove("");
    return all;
  }

  private ResponseEntity<String> form(
      HttpServletRequest request, HttpStatusCode status, TypedTip form, String key, String wrong) {
    return pages.show(request, status, "tips/take.jte", new TakePage(form, key, wrong));
  }

  static String reader() {
    return HttpPages.person().map(Person::id).orElse("");
  }
}
