package org.homeward.intake.worksheets;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;

/** Maps outcomes and contents of worksheets to JSON. */
final class HttpWork {

  private HttpWork() {}

  /** The id of what was asked for, or the problem that the outcome is. */
  static Map<String, Object> done(
      WriteOutcome.OfPuttingOnce<KeptSheet, WorkDecision> outcome, String caseId) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptSheet, WorkDecision> _,
          WriteOutcome.Repeated<KeptSheet, WorkDecision> _ ->
          Map.of("case", caseId);
      case WriteOutcome.Kept(_, WorkDecision answer) -> kept(answer, caseId);
      case WriteOutcome.NotMade(WorkDecision answer) -> kept(answer, caseId);
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private static Map<String, Object> kept(WorkDecision answer, String caseId) {
    return switch (answer) {
      case WorkDecision.Refused(var why) -> throw refusal(why);
      case WorkDecision.Changed _, WorkDecision.Unchanged _ -> Map.of("case", caseId);
    };
  }

  static ProblemException refusal(WorkDecision.Refusal why) {
    return switch (why) {
      case CASE_ERASED -> HttpAnswers.refusal(CaseDecision.Refusal.CASE_ERASED);
      case NO_SUCH_ITEM -> FaceProblem.NOT_FOUND.exception();
      case ITEM_DONE -> WorkProblem.TASK_DONE.exception();
      case HAS_NO_NEXT -> WorkProblem.TASK_WITHOUT_NEXT.exception();
      case NOT_SO_DONE -> FaceProblem.INVALID.problem().error("/how", "wrong-value").exception();
    };
  }

  static Map<String, Object> note(Note note) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("note", note.id());
    json.put("text", note.text());
    json.put("by", note.by());
    json.put("at", note.at().toString());
    return json;
  }

  static Map<String, Object> item(WorkItem item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("item", item.id());
    json.put("kind", item.kind());
    json.put("what", item.what());
    json.put("number", item.number());
    json.put("mustNotLearn", item.mustNotLearn());
    json.put("due", item.due().toString());
    json.put("owner", item.owner());
    json.put("setBy", item.setBy());
    json.put("setAt", item.setAt().toString());
    WorkItem.Done done = item.done();
    if (done != null) {
      json.put("done", done(done));
    }
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> done(WorkItem.Done done) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("how", done.how());
    json.put("by", done.by());
    json.put("at", done.at().toString());
    if (done.reason() != null) {
      json.put("reason", done.reason());
    }
    return json;
  }

  /** An item of the checklist, with the words of the rules. */
  static Map<String, Object> check(WorkItem item, Checks checks) {
    Map<String, Object> json = item(item);
    WorkItem.Check check = requireNonNull(item.check());
    json.put("code", check.code());
    if (!check.child().isEmpty()) {
      json.put("child", check.child());
    }
    json.put("rings", item.isListed());
    checks
        .said(check.code())
        .ifPresent(
            said -> {
              json.put("say", said.say());
              json.put("why", said.why());
              json.put("source", Map.of("document", said.document(), "section", said.section()));
            });
    return json;
  }

  static Map<String, Object> task(OpenTask task, boolean overdue, Checks checks) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", task.id());
    json.put("kind", task.kind());
    json.put(task.ofFile() ? "careFile" : "case", task.about());
    json.put("exercise", task.exercise());
    json.put("what", task.what());
    if (task.check() != null) {
      json.put("code", task.check());
      checks.said(task.check()).ifPresent(said -> json.put("say", said.say()));
    }
    json.put("due", task.due().toString());
    json.put("overdue", overdue);
    json.put("owner", task.owner());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  static List<Map<String, Object>> owners(Worksheet sheet, Set<String> standing) {
    return sheet.owners().stream()
        .filter(each -> standing.contains(each.task()))
        .map(each -> Map.<String, Object>of("task", each.task(), "owner", each.owner()))
        .toList();
  }
}
