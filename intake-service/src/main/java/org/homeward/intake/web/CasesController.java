package org.homeward.intake.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.homeward.durable.document.Command;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListWalk;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.Case;
import org.homeward.intake.cases.CaseCommand;
import org.homeward.intake.cases.ChangeCase;
import org.homeward.intake.cases.EraseReason;
import org.homeward.intake.cases.ViewCases;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Outcome;
import org.homeward.schema.facts.Verification;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases: looked at by the case team, frozen, ended child by child, and erased. */
@RestController
public class CasesController {

  private static final int MAX_PAGE = 200;

  private final ViewCases viewCases;
  private final ChangeCase changeCase;

  public CasesController(ViewCases viewCases, ChangeCase changeCase) {
    this.viewCases = viewCases;
    this.changeCase = changeCase;
  }

  @GetMapping("/api/v1/cases")
  Map<String, Object> list(
      @RequestParam(defaultValue = "OPEN") String standing,
      @RequestParam(defaultValue = "CHANGED") String order,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw refused("/limit", "out-of-range");
    }
    ListWalk top = ListWalk.of(order(order), standing(standing).name());
    ListWalk walk = after.isEmpty() ? top : further(top, after);
    ViewCases.Page page = viewCases.page(walk, limit, viewer(caller));
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
    return switch (viewCases.one(id, viewer(caller))) {
      case ViewCases.Look.Shown(ViewCases.View view) ->
          ResponseEntity.ok().eTag(ETags.of(view.version())).body(CaseJson.whole(view));
      case ViewCases.Look.Erased() -> throw IntakeProblem.ERASED.exception();
      case ViewCases.Look.Nothing() -> throw FaceProblem.NOT_FOUND.exception();
    };
  }

  @PostMapping("/api/v1/cases/{id}/freeze")
  ResponseEntity<Map<String, Object>> freeze(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return change(id, command, new CaseCommand.FreezeAll(), caller);
  }

  @PostMapping("/api/v1/cases/{id}/children/{child}/located")
  ResponseEntity<Map<String, Object>> located(
      @PathVariable String id, @PathVariable String child, RequestCommand command, Caller caller) {
    return change(id, command, new CaseCommand.Locate(child), caller);
  }

  @PostMapping(
      path = "/api/v1/cases/{id}/children/{child}/end",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> end(
      @PathVariable String id,
      @PathVariable String child,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    Fields fields = Fields.of(body);
    Outcome outcome =
        fields.requiredCode("outcome", EnumSet.complementOf(EnumSet.of(Outcome.OTHER)));
    Verification verifiedBy =
        fields.requiredCode("verifiedBy", EnumSet.complementOf(EnumSet.of(Verification.OTHER)));
    String reference = fields.requiredText("reference", 100);
    fields.check();
    return change(id, command, new CaseCommand.End(child, outcome, verifiedBy, reference), caller);
  }

  @PostMapping("/api/v1/cases/{id}/tasks/{task}/done")
  ResponseEntity<Map<String, Object>> done(
      @PathVariable String id, @PathVariable String task, RequestCommand command, Caller caller) {
    return change(id, command, new CaseCommand.FinishTask(task), caller);
  }

  @PostMapping(path = "/api/v1/cases/{id}/erase", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> erase(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    EraseReason reason =
        fields.requiredCode("reason", EnumSet.complementOf(EnumSet.of(EraseReason.RECALLED)));
    fields.check();
    return change(id, command, new CaseCommand.Erase(reason), caller);
  }

  private ResponseEntity<Map<String, Object>> change(
      String id, RequestCommand command, CaseCommand wish, Caller caller) {
    return Answers.of(
        changeCase.change(
            id,
            OptionalLong.empty(),
            new Command(command.id(), command.hash()),
            wish,
            caller.person()));
  }

  private static Case.Standing standing(String text) {
    return Stream.of(Case.Standing.values())
        .filter(standing -> standing.name().equals(text))
        .findFirst()
        .orElseThrow(() -> refused("/standing", "unknown-code"));
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

  private static ViewCases.Viewer viewer(Caller caller) {
    boolean confidant = caller.is(Role.CONFIDANT);
    Role role =
        caller.roles().stream().sorted().findFirst().orElseThrow(FaceProblem.FORBIDDEN::exception);
    Purpose purpose =
        caller.is(Role.DPO)
            ? Purpose.OVERSIGHT
            : confidant ? Purpose.COUNSELLING : Purpose.CASE_WORK;
    return new ViewCases.Viewer(caller.person(), role.wire(), Circles.of(caller), purpose);
  }
}
