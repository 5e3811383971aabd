package org.homeward.intake.worksheets;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.PageLimit;
import org.homeward.intake.oversight.OfficerTasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that is to be done: the team's work over all cases, and the officer's checks. */
@RestController
class TasksController {

  private final ViewTasks viewTasks;
  private final List<OfficerTasks> officerTasks;
  private final Checks checks;
  private final Clock clock;

  TasksController(
      ViewTasks viewTasks, List<OfficerTasks> officerTasks, Checks checks, Clock clock) {
    this.checks = checks;
    this.viewTasks = viewTasks;
    this.officerTasks = List.copyOf(officerTasks);
    this.clock = clock;
  }

  @GetMapping("/api/v1/tasks")
  Map<String, Object> list(
      @RequestParam(name = "of", defaultValue = "ALL") String which,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    ViewTasks.Which wanted =
        Stream.of(ViewTasks.Which.values())
            .filter(each -> each.name().equals(which))
            .findFirst()
            .orElseThrow(
                () -> FaceProblem.INVALID.problem().error("/of", "unknown-code").exception());
    int most = PageLimit.of(limit);
    Instant now = clock.instant();
    List<Map<String, Object>> tasks = new ArrayList<>();
    boolean more = false;
    if (isOfTheTeam(caller)) {
      ViewTasks.First first = viewTasks.list(wanted, most, caller);
      first.tasks().forEach(task -> tasks.add(HttpWork.task(task, task.isOverdue(now), checks)));
      more = first.more();
    }
    if (caller.is(Role.DPO)) {
      officerTasks.forEach(some -> tasks.addAll(some.open(caller.person())));
    }
    return answer(tasks, most, more);
  }

  /** Whoever reads this learns when it is not all. */
  static Map<String, Object> answer(List<Map<String, Object>> tasks, int most, boolean more) {
    return Map.of(
        "tasks", tasks.stream().limit(most).toList(), "more", more || tasks.size() > most);
  }

  private static boolean isOfTheTeam(Caller caller) {
    return caller.is(Role.OPERATOR) || caller.is(Role.SUPERVISOR) || caller.is(Role.CONFIDANT);
  }
}
