package org.homeward.intake.support;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.springframework.http.ResponseEntity;

/** Maps support to JSON. */
final class HttpSupport {

  static final String OF_FILE = "/api/v1/care-files/{id}/support";

  private HttpSupport() {}

  /**
   * All of it.
   *
   * @param mine whether the reader may change it
   */
  static Map<String, Object> whole(
      String file,
      boolean exercise,
      boolean mine,
      Support support,
      SupportCommand.OfService custody,
      boolean parentFeared,
      Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("careFile", file);
    json.put("exercise", exercise);
    json.put("mine", mine);
    json.put("parentsAreAsked", !parentFeared);
    json.put(
        "needs",
        support.needs().stream().map(each -> need(each, custody, parentFeared, now)).toList());
    Plan plan = support.plan();
    if (plan != null) {
      json.put("plan", plan(plan, now));
    }
    return json;
  }

  /** Without a word of what is planned. */
  static Map<String, Object> plans(Map<String, Plan> plans, Instant now) {
    return Map.of(
        "plans",
        plans.entrySet().stream()
            .map(
                each ->
                    Map.of(
                        "careFile", each.getKey(),
                        "reviewBy", each.getValue().reviewBy().toString(),
                        "overdue", each.getValue().isOverdue(now),
                        "by", each.getValue().by()))
            .toList());
  }

  private static Map<String, Object> plan(Plan plan, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("goals", plan.goals());
    json.put("reviewBy", plan.reviewBy().toString());
    json.put("overdue", plan.isOverdue(now));
    json.put("by", plan.by());
    json.put("at", plan.at().toString());
    return json;
  }

  private static Map<String, Object> need(
      Need need, SupportCommand.OfService custody, boolean parentFeared, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("need", need.id());
    json.put("whom", need.whom());
    json.put("service", need.service());
    json.put("bornIn", need.bornIn());
    json.put("note", need.note());
    json.put(
        "mayBegin",
        MayBegin.of(need, custody.of(need), parentFeared, now.atZone(ZoneOffset.UTC).getYear()));
    json.put("law", custody.of(need).map(Custody::source).orElse(null));
    json.put("words", need.words().stream().map(HttpSupport::word).toList());
    json.put("services", need.given().stream().map(HttpSupport::given).toList());
    json.put("by", need.by());
    json.put("at", need.at().toString());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  private static Map<String, Object> word(Word word) {
    return Map.of(
        "from", word.from(),
        "agrees", word.agrees(),
        "how", word.how(),
        "by", word.by(),
        "at", word.at().toString());
  }

  private static Map<String, Object> given(Given given) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service", given.id());
    json.put("provider", given.provider());
    json.put("name", given.name());
    json.put("stage", given.stage());
    json.put("cost", given.cost());
    json.put("currency", given.currency());
    json.put("note", given.note());
    json.put("by", given.by());
    json.put("at", given.at().toString());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  static ResponseEntity<Map<String, Object>> made(
      WriteOutcome.OfPuttingOnce<KeptSupport, SupportDecision> outcome,
      String file,
      String what,
      String id) {
    Map<String, Object> json = new LinkedHashMap<>(done(outcome, file));
    json.put(what, id);
    return ResponseEntity.created(URI.create("/api/v1/care-files/" + file + "/support")).body(json);
  }

  static Map<String, Object> done(
      WriteOutcome.OfPuttingOnce<KeptSupport, SupportDecision> outcome, String file) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptSupport, SupportDecision> _,
          WriteOutcome.Repeated<KeptSupport, SupportDecision> _ ->
          Map.of("careFile", file);
      case WriteOutcome.Kept(_, SupportDecision answer) -> kept(answer, file);
      case WriteOutcome.NotMade(SupportDecision answer) -> kept(answer, file);
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private static Map<String, Object> kept(SupportDecision answer, String file) {
    return switch (answer) {
      case SupportDecision.Changed _, SupportDecision.Gone _, SupportDecision.Unchanged _ ->
          Map.of("careFile", file);
      case SupportDecision.Refused(var why) -> throw refusal(why);
    };
  }

  private static ProblemException refusal(SupportDecision.Refusal why) {
    return switch (why) {
      case FILE_ERASED, NO_SUCH_NEED, NO_SUCH_SERVICE -> FaceProblem.NOT_FOUND.exception();
      case NOT_NOW -> FaceProblem.CONFLICT.exception();
      case OWN_WORD_MISSING -> SupportProblem.OWN_WORD_MISSING.exception();
      case PARENT_MISSING -> SupportProblem.PARENT_MISSING.exception();
      case SOCIAL_WORK_MISSING -> SupportProblem.SOCIAL_WORK_MISSING.exception();
      case NOT_ASKED -> SupportProblem.WORD_NOT_ASKED.exception();
      case FULL -> SupportProblem.SUPPORT_FULL.exception();
    };
  }
}
