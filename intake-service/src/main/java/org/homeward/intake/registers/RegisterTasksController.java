package org.homeward.intake.registers;

import java.util.EnumMap;
import java.util.Map;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.schema.facts.AuthoritySnapshot;
import org.homeward.schema.facts.DeskSnapshot;
import org.homeward.schema.facts.RegisterEntry;
import org.homeward.schema.facts.SnapshotKind;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The data-protection officer has looked at an entry. */
@RestController
class RegisterTasksController {

  private final Map<SnapshotKind, CheckEntries<?>> registers = new EnumMap<>(SnapshotKind.class);
  private final RegisterTasks tasks;

  RegisterTasksController(
      CheckEntries<DeskSnapshot> desks,
      CheckEntries<AuthoritySnapshot> authorities,
      RegisterTasks tasks) {
    registers.put(SnapshotKind.DESK, desks);
    registers.put(SnapshotKind.AUTHORITY, authorities);
    this.tasks = tasks;
  }

  @PostMapping("/api/v1/tasks/{task}/done")
  Map<String, Object> done(@PathVariable String task, RequestCommand command, Caller caller) {
    for (var register : registers.entrySet()) {
      String prefix = RegisterTasks.id(register.getKey(), "");
      if (task.startsWith(prefix)) {
        check(register.getValue(), task.substring(prefix.length()), command, caller);
        return Map.of("tasks", tasks.open());
      }
    }
    throw FaceProblem.NOT_FOUND.exception();
  }

  private static <S extends RegisterEntry> void check(
      CheckEntries<S> register, String entry, RequestCommand command, Caller caller) {
    switch (register.done(entry, Commands.of(command), caller.person())) {
      case WriteOutcome.Written<EntryCopy<S>, Boolean> _,
          WriteOutcome.Repeated<EntryCopy<S>, Boolean> _ -> {}
      case WriteOutcome.Kept<EntryCopy<S>, Boolean> _,
          WriteOutcome.Absent<EntryCopy<S>, Boolean> _ ->
          throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.KeyReused<EntryCopy<S>, Boolean> _ ->
          throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Stale<EntryCopy<S>, Boolean> _ ->
          throw FaceProblem.PRECONDITION_FAILED.exception();
    }
  }
}
