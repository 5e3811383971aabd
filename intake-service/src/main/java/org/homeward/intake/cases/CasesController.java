package org.homeward.intake.cases;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListWalk;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.PageLimit;
import org.homeward.intake.oversight.CountLooks;
import org.homeward.intake.rulings.KindRuling;
import org.homeward.intake.rulings.Matter;
import org.homeward.schema.facts.CaseKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases: looked at by their team, frozen, and their tasks done. */
@RestController
class CasesController {

  private final LookAtCase lookAtCase;
  private final ViewCases viewCases;
  private final ChangeCase changeCase;
  private final CountLooks countLooks;

  CasesController(
      LookAtCase lookAtCase, ViewCases viewCases, ChangeCase changeCase, CountLooks countLooks) {
    this.lookAtCase = lookAtCase;
    this.viewCases = viewCases;
    this.changeCase = changeCase;
    this.countLooks = countLooks;
  }

  @GetMapping("/api/v1/cases")
  Map<String, Object> list(
      @RequestParam(defaultValue = "OPEN") String standing,
      @RequestParam(defaultValue = "CHANGED") String order,
      @RequestParam(defaultValue = "") String waiting,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String since,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    int most = PageLimit.of(limit);
    ListWalk top =
        new ListWalk(order(order), standing(standing).name(), null, instant(since), null);
    ListWalk walk = after.isEmpty() ? top : further(top, after);
    Predicate<Case> which = waitsFor(waiting).and(isOf(kind));
    ViewCases.Page page = viewCases.page(walk, most, Viewer.of(caller), which);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("cases", page.views().stream().map(CaseJson::line).toList());
    page.next().ifPresent(next -> answer.put("next", next.text()));
    page.newer().ifPresent(newer -> answer.put("newer", newer.text()));
    return answer;
  }

  /** A place stands in one list: in another it would skip cases. */
  private static ListWalk further(ListWalk top, String after) {
    ListWalk walk = ListWalk.of(after).orElseThrow(() -> refused("/after", "unknown-place"));
    if (walk.order() != top.order() || !walk.value().equals(top.value())) {
      throw refused("/after", "place-in-another-list");
    }
    return walk;
  }

  @GetMapping("/api/v1/cases/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.whole(id, Viewer.of(caller)));
    ViewCases.View view = viewCases.one(seen).orElseThrow(IntakeProblem.ERASED::exception);
    countLooks.opened(caller.person(), id);
    return ResponseEntity.ok().eTag(ETags.of(view.version())).body(CaseJson.whole(view));
  }

  @PostMapping("/api/v1/cases/{id}/freeze")
  Map<String, Object> freeze(@PathVariable String id, RequestCommand command, Caller caller) {
    if (!LookAtCase.isId(id)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    changeCase.freeze(id, Commands.of(command), caller.person());
    return Map.of("case", id, "standing", Case.Standing.FROZEN);
  }

  @PostMapping("/api/v1/cases/{id}/tasks/{task}/done")
  ResponseEntity<Map<String, Object>> done(
      @PathVariable String id, @PathVariable String task, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.found(lookAtCase.at(id, Viewer.of(caller)));
    return HttpAnswers.to(changeCase, seen, command, new CaseCommand.FinishTask(task));
  }

  private static Case.Standing standing(String text) {
    return Stream.of(Case.Standing.values())
        .filter(standing -> standing.name().equals(text))
        .findFirst()
        .orElseThrow(() -> refused("/standing", "unknown-code"));
  }

  private static @Nullable Instant instant(String text) {
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw refused("/since", "wrong-form");
    }
  }

  /** Those in which a first word about this matter waits for a second; all when none is named. */
  private static Predicate<Case> waitsFor(String matter) {
    if (matter.isEmpty()) {
      return live -> true;
    }
    Matter.Kind kind =
        Stream.of(Matter.Kind.values())
            .filter(each -> each.name().equals(matter))
            .findFirst()
            .orElseThrow(() -> refused("/waiting", "unknown-code"));
    return live -> live.rulings().words().stream().anyMatch(word -> word.matter().kind() == kind);
  }

  /** Those of this kind; all when none is named. */
  private static Predicate<Case> isOf(String text) {
    if (text.isEmpty()) {
      return live -> true;
    }
    CaseKind kind =
        KindRuling.OPENED_AS.stream()
            .filter(each -> each.name().equals(text))
            .findFirst()
            .orElseThrow(() -> refused("/kind", "unknown-code"));
    return live -> live.rulings().kind().is(kind);
  }

  private static ListOrder order(String text) {
    return switch (text) {
      case "CHANGED" -> ListOrder.CHANGED;
      case "RISK" -> ListOrder.RANK;
      default -> throw refused("/order", "unknown-code");
    };
  }

  private static RuntimeException refused(String pointer, String rule) {
    return FaceProblem.INVALID.problem().error(pointer, rule).exception();
  }
}
