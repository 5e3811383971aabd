package org.homeward.intake.desks;

import java.util.Map;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The data-protection officer has looked at a desk. */
@RestController
class DeskTasksController {

  private static final String TASKS = "/api/v1/tasks";
  private final CheckDesks checkDesks;
  private final DeskTasks deskTasks;

  DeskTasksController(CheckDesks checkDesks, DeskTasks deskTasks) {
    this.checkDesks = checkDesks;
    this.deskTasks = deskTasks;
  }

  @PostMapping(TASKS + "/{task}/done")
  Map<String, Object> done(@PathVariable String task, RequestCommand command, Caller caller) {
    String before = DeskTasks.id("");
    String desk = task.startsWith(before) ? task.substring(before.length()) : task;
    return switch (checkDesks.done(desk, Commands.of(command), caller.person())) {
      case WriteOutcome.Written<DeskCopy, Boolean> _, WriteOutcome.Repeated<DeskCopy, Boolean> _ ->
          Map.of("tasks", deskTasks.open());
      case WriteOutcome.Kept<DeskCopy, Boolean> _, WriteOutcome.Absent<DeskCopy, Boolean> _ ->
          throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.KeyReused<DeskCopy, Boolean> _ -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Stale<DeskCopy, Boolean> _ ->
          throw FaceProblem.PRECONDITION_FAILED.exception();
    };
  }
}
