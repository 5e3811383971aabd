package org.homeward.intake.risk;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.homeward.face.problem.FaceProblem;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.risk.Questions.Asked;
import org.homeward.intake.risk.Questions.Meaning;
import org.homeward.schema.values.Audience;
import org.springframework.http.ResponseEntity;

/** Maps questions, proposals and assessments to JSON. */
final class HttpRisk {

  private HttpRisk() {}

  static Map<String, Object> questions(Questions questions) {
    Map<String, Object> review = new LinkedHashMap<>();
    questions.review().forEach((level, within) -> review.put(level.name(), within.toString()));
    return Map.of(
        "rule",
        questions.version(),
        "review",
        review,
        "questions",
        questions.all().stream().map(HttpRisk::asked).toList());
  }

  private static Map<String, Object> asked(Asked asked) {
    Map<String, Object> means = new LinkedHashMap<>();
    for (Reply reply : Reply.values()) {
      means.put(reply.name(), meaning(asked.meaning(reply)));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", asked.code());
    json.put("group", asked.group());
    json.put("source", asked.source());
    json.put("ask", asked.ask());
    json.put("means", means);
    return json;
  }

  private static Map<String, Object> meaning(Meaning meaning) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("level", meaning.level());
    json.put("category", meaning.category());
    json.put("reason", meaning.reason());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  /** Each line has its reason and its source beside it, as the questions have them now. */
  static Map<String, Object> proposal(ProposedRisk proposed, Questions questions) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("level", proposed.level());
    json.put("category", proposed.category());
    json.put("lines", proposed.lines().stream().map(it -> line(it, questions)).toList());
    return json;
  }

  private static Map<String, Object> line(ProposedRisk.Line line, Questions questions) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", line.question());
    json.put("answer", line.answer());
    json.put("level", line.level());
    json.put("category", line.category());
    questions
        .of(line.question())
        .ifPresent(
            asked -> {
              json.put("reason", asked.meaning(line.answer()).reason());
              json.put("source", asked.source());
            });
    json.values().removeIf(Objects::isNull);
    return json;
  }

  static Map<String, Object> all(
      LookAtCase.Seen seen,
      List<Assessment> assessments,
      int most,
      List<KeptReport> fitting,
      Questions questions) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", seen.id());
    json.put("exercise", seen.exercise());
    json.put(
        "reports",
        seen.reports().stream().map(each -> report(each, fitting.contains(each))).toList());
    json.put(
        "assessments",
        assessments.stream().limit(most).map(each -> of(each, seen.circles(), questions)).toList());
    json.put("more", assessments.size() > most);
    return json;
  }

  private static Map<String, Object> report(KeptReport report, boolean fits) {
    return Map.of(
        "report",
        report.id(),
        "at",
        report.report().at(),
        "held",
        report.report().isHeld(),
        "fits",
        fits);
  }

  private static Map<String, Object> of(Assessment it, Set<Audience> circles, Questions questions) {
    Map<String, Object> json = head(it);
    json.put("report", it.report());
    json.put("by", it.by());
    json.put("at", it.at());
    json.put("rule", it.rule());
    json.put("answers", it.answersFor(circles).stream().map(HttpRisk::answered).toList());
    json.put("proposal", proposal(it.proposalFor(circles), questions));
    json.put("reason", it.reasonFor(circles));
    json.put("written", it.written());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> answered(Answered answered) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", answered.question());
    json.put("answer", answered.answer());
    json.put("note", answered.note());
    json.put("from", answered.from());
    json.put("confidant", answered.confidant() ? true : null);
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> head(Assessment it) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", it.number());
    json.put("level", it.level());
    json.put("category", it.category());
    json.put("reviewAt", it.reviewAt());
    json.put(
        "stays",
        it.stays().stream().map(part -> part.name().toLowerCase(Locale.ROOT)).sorted().toList());
    return json;
  }

  /** 201 with the decision and when it is reviewed, or the problem that the outcome is. */
  static ResponseEntity<Map<String, Object>> made(String caseId, AssessCase.Outcome outcome) {
    return switch (outcome) {
      case AssessCase.Outcome.Made(Assessment assessment) -> {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", caseId);
        json.putAll(head(assessment));
        json.put("written", assessment.written());
        yield ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/assessments"))
            .body(json);
      }
      case AssessCase.Outcome.AssessedMeanwhile() ->
          throw RiskProblem.ASSESSED_MEANWHILE.exception();
      case AssessCase.Outcome.CaseErased() ->
          throw HttpAnswers.refusal(CaseDecision.Refusal.CASE_ERASED);
      case AssessCase.Outcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }
}
