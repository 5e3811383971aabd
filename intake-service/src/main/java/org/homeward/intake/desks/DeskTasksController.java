package org.homeward.intake.desks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.schema.facts.DeskSnapshot;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tasks that are about no case: a desk that the data-protection officer should look at. */
@RestController
class DeskTasksController {

  private static final String TASKS = "/api/v1/tasks";
  private static final String CHECK_DESK = "CHECK_DESK";

  private final CheckDesks checkDesks;

  DeskTasksController(CheckDesks checkDesks) {
    this.checkDesks = checkDesks;
  }

  @GetMapping(TASKS)
  Map<String, Object> list() {
    return Map.of("tasks", checkDesks.open().stream().map(DeskTasksController::task).toList());
  }

  @PostMapping(TASKS + "/{task}/done")
  Map<String, Object> done(@PathVariable String task, RequestCommand command, Caller caller) {
    String desk = task.startsWith(id("")) ? task.substring(id("").length()) : task;
    return switch (checkDesks.done(desk, Commands.of(command), caller.person())) {
      case WriteOutcome.Written<DeskCopy, Boolean> _, WriteOutcome.Repeated<DeskCopy, Boolean> _ ->
          list();
      case WriteOutcome.Kept<DeskCopy, Boolean> _, WriteOutcome.Absent<DeskCopy, Boolean> _ ->
          throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.KeyReused<DeskCopy, Boolean> _ -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Stale<DeskCopy, Boolean> _ ->
          throw FaceProblem.PRECONDITION_FAILED.exception();
    };
  }

  private static Map<String, Object> task(DeskCopy copy) {
    DeskSnapshot desk = copy.told();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id(desk.id()));
    json.put("kind", CHECK_DESK);
    json.put("subject", "desk/" + desk.id());
    json.put("name", desk.name());
    json.put("jurisdiction", List.copyOf(desk.jurisdiction()));
    json.put("exercise", desk.exercise());
    json.put("confirmed", desk.confirmed());
    json.put("since", copy.since().toString());
    return json;
  }

  private static String id(String desk) {
    return CHECK_DESK + ".desk." + desk;
  }
}
