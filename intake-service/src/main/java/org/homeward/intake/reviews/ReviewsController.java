package org.homeward.intake.reviews;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.PageLimit;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.reviews.ListDecisions.Line;
import org.homeward.intake.reviews.ListDecisions.Place;
import org.homeward.intake.rulings.Decided;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists decisions that one person made alone, and marks them as seen by another. */
@RestController
class ReviewsController {

  static final String DECISIONS = "/api/v1/decisions";
  static final String SEEN = "/api/v1/cases/{id}/decisions/{decision}/seen";

  private static final Duration USUAL = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

  private final ListDecisions listDecisions;
  private final LookAtCase lookAtCase;
  private final ChangeCase changeCase;
  private final Clock clock;

  ReviewsController(
      ListDecisions listDecisions, LookAtCase lookAtCase, ChangeCase changeCase, Clock clock) {
    this.listDecisions = listDecisions;
    this.lookAtCase = lookAtCase;
    this.changeCase = changeCase;
    this.clock = clock;
  }

  @GetMapping(DECISIONS)
  Map<String, Object> list(
      @RequestParam(defaultValue = "") String since,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    int most = PageLimit.of(limit);
    Optional<Place> place = after.isEmpty() ? Optional.empty() : Optional.of(place(after));
    List<Line> page = listDecisions.page(since(since), seen(seen), place, most, Viewer.of(caller));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("decisions", page.stream().map(ReviewsController::json).toList());
    if (page.size() == most) {
      answer.put("next", page.getLast().place().text());
    }
    return answer;
  }

  private Instant since(String text) {
    Instant now = clock.instant();
    if (text.isEmpty()) {
      return now.minus(USUAL);
    }
    try {
      Instant since = Instant.parse(text);
      if (!since.isAfter(now) && since.isAfter(now.minus(LONGEST))) {
        return since;
      }
      throw refused("/since", "out-of-range");
    } catch (DateTimeException notOurForm) {
      throw refused("/since", "wrong-form");
    }
  }

  private static Optional<Boolean> seen(String text) {
    return switch (text) {
      case "" -> Optional.empty();
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> throw refused("/seen", "wrong-type");
    };
  }

  private static Place place(String text) {
    return Place.of(text).orElseThrow(() -> refused("/after", "unknown-place"));
  }

  private static ProblemException refused(String pointer, String rule) {
    return FaceProblem.INVALID.problem().error(pointer, rule).exception();
  }

  @PostMapping(SEEN)
  ResponseEntity<Map<String, Object>> see(
      @PathVariable String id,
      @PathVariable String decision,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    if (!NUMBER.matcher(decision).matches()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    var wish = new CaseCommand.SeeDecision(Integer.parseInt(decision));
    return HttpAnswers.to(changeCase, seen, command, wish);
  }

  private static Map<String, Object> json(Line line) {
    Decided decision = line.decision();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", line.of().id());
    json.put("decision", decision.number());
    json.put("exercise", line.of().exercise());
    json.put("kind", decision.kind());
    json.put(decision.kind().isAboutAChild() ? "child" : "report", decision.about());
    json.put("by", decision.by());
    json.put("at", decision.at());
    put(json, "code", decision.code());
    put(json, "verifiedBy", decision.verified());
    put(json, "reason", decision.reason());
    Decided.Seen seen = decision.seen();
    if (seen != null) {
      json.put("seen", Map.of("by", seen.by(), "at", seen.at()));
    }
    return json;
  }

  private static void put(Map<String, Object> json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
