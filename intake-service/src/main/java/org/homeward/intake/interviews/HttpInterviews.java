package org.homeward.intake.interviews;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.problem.FaceProblem;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Maps interviews to JSON. */
final class HttpInterviews {

  private HttpInterviews() {}

  /** What a child said is for confidants; others see that it was asked, and whether it spoke. */
  static Map<String, Object> all(LookAtCase.Seen seen, List<Interviews.Found> found) {
    boolean confidant = seen.circles().contains(Audience.CONFIDANT);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", seen.id());
    json.put("exercise", seen.exercise());
    json.put("interviews", found.stream().map(each -> interview(each, confidant)).toList());
    return json;
  }

  private static Map<String, Object> interview(Interviews.Found found, boolean confidant) {
    Interview it = found.interview();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("interview", found.id());
    json.put("child", it.child());
    json.put("office", it.interviewer().office());
    json.put("person", it.interviewer().person());
    json.put("name", it.interviewer().name());
    json.put("offeredBy", it.offeredBy());
    json.put("offeredAt", it.offeredAt());
    json.put("due", it.due());
    json.put("owner", it.owner());
    Interview.End end = it.end();
    if (end != null) {
      json.put("end", end(end, confidant));
    }
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> end(Interview.End end, boolean confidant) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("held", end.held());
    json.put("by", end.by());
    json.put("at", end.at());
    if (confidant) {
      json.put("answers", answers(end)); // upholds 6
      json.put("danger", danger(end)); // upholds 6
    }
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static List<Map<String, Object>> answers(Interview.End end) {
    return Stream.of(Interview.Question.values())
        .filter(end.answers()::containsKey)
        .map(
            question ->
                Map.<String, Object>of("question", question, "text", end.answers().get(question)))
        .toList();
  }

  private static @Nullable Map<String, Object> danger(Interview.End end) {
    Danger danger = end.danger();
    if (danger == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", danger.text());
    json.put("feared", danger.feared());
    Danger.Filed filed = danger.filed();
    if (filed != null) {
      json.put("case", filed.caseId());
      json.put("report", filed.report());
    }
    return json;
  }

  /** The answer to a request that came before. */
  static ResponseEntity<Map<String, Object>> again(
      WriteOutcome.OfRepetition<KeptInterview, String> outcome, String caseId) {
    return switch (outcome) {
      case WriteOutcome.Repeated<KeptInterview, String>(var now, var _) -> made(now, caseId);
      case WriteOutcome.KeyReused<KeptInterview, String>() ->
          throw FaceProblem.KEY_REUSED.exception();
    };
  }

  /** 201 with the interview, or the problem that the outcome is. */
  static ResponseEntity<Map<String, Object>> offered(
      WriteOutcome.OfClaiming<KeptInterview, String> outcome, String caseId) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptInterview, String>(var now, var _) -> made(now, caseId);
      case WriteOutcome.Repeated<KeptInterview, String>(var now, var _) -> made(now, caseId);
      case WriteOutcome.Taken<KeptInterview, String>(var now) ->
          throw now.state() instanceof GoneInterview
              ? HttpAnswers.refusal(CaseDecision.Refusal.CASE_ERASED)
              : InterviewProblem.INTERVIEW_OFFERED.exception();
      case WriteOutcome.KeyReused<KeptInterview, String>() ->
          throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private static ResponseEntity<Map<String, Object>> made(
      Guarded<KeptInterview> now, String caseId) {
    return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/interviews"))
        .body(Map.of("case", caseId, "interview", now.id()));
  }

  static Map<String, Object> ended(
      WriteOutcome.OfRequest<KeptInterview, InterviewDecision> outcome, String caseId) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptInterview, InterviewDecision> _,
          WriteOutcome.Repeated<KeptInterview, InterviewDecision> _ ->
          Map.of("case", caseId);
      case WriteOutcome.Kept<KeptInterview, InterviewDecision>(var _, var answer) ->
          kept(answer, caseId);
      case WriteOutcome.Stale<KeptInterview, InterviewDecision> _ ->
          throw FaceProblem.PRECONDITION_FAILED.exception();
      case WriteOutcome.KeyReused<KeptInterview, InterviewDecision>() ->
          throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent<KeptInterview, InterviewDecision>() ->
          throw FaceProblem.NOT_FOUND.exception();
    };
  }

  private static Map<String, Object> kept(InterviewDecision answer, String caseId) {
    return switch (answer) {
      case InterviewDecision.Changed _, InterviewDecision.Unchanged _ -> Map.of("case", caseId);
      case InterviewDecision.Refused(var why) ->
          throw switch (why) {
            case CASE_ERASED -> HttpAnswers.refusal(CaseDecision.Refusal.CASE_ERASED);
            case INTERVIEW_OVER -> InterviewProblem.INTERVIEW_OVER.exception();
          };
    };
  }
}
