package org.homeward.intake.oversight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The data-protection officer has looked at something. */
@RestController
class OfficerTasksController {

  private final List<OfficerTasks> tasks;

  OfficerTasksController(List<OfficerTasks> tasks) {
    this.tasks = List.copyOf(tasks);
  }

  @PostMapping("/api/v1/tasks/{task}/done")
  Map<String, Object> done(@PathVariable String task, RequestCommand command, Caller caller) {
    for (OfficerTasks some : tasks) {
      Optional<WriteOutcome.OfRequest<?, Boolean>> done =
          some.done(task, Commands.of(command), caller.person());
      if (done.isPresent()) {
        check(done.get());
        return Map.of(
            "tasks", tasks.stream().flatMap(each -> each.open(caller.person()).stream()).toList());
      }
    }
    throw FaceProblem.NOT_FOUND.exception();
  }

  private static void check(WriteOutcome.OfRequest<?, Boolean> outcome) {
    switch (outcome) {
      case WriteOutcome.Written<?, Boolean> _, WriteOutcome.Repeated<?, Boolean> _ -> {}
      case WriteOutcome.Kept<?, Boolean> _, WriteOutcome.Absent<?, Boolean> _ ->
          throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.KeyReused<?, Boolean> _ -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Stale<?, Boolean> _ -> throw FaceProblem.PRECONDITION_FAILED.exception();
    }
  }
}
