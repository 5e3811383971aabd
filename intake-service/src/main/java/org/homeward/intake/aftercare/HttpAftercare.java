package org.homeward.intake.aftercare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.problem.FaceProblem;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.LookAtCase;
import org.jspecify.annotations.Nullable;

/** Maps what is decided after a find to JSON. */
final class HttpAftercare {

  private HttpAftercare() {}

  static Map<String, Object> done(
      WriteOutcome.OfPuttingOnce<KeptAftercare, AftercareDecision> outcome, String caseId) {
    return switch (outcome) {
      case WriteOutcome.Written<KeptAftercare, AftercareDecision> _,
          WriteOutcome.Repeated<KeptAftercare, AftercareDecision> _ ->
          Map.of("case", caseId);
      case WriteOutcome.Kept(_, AftercareDecision answer) -> kept(answer, caseId);
      case WriteOutcome.NotMade(AftercareDecision answer) -> kept(answer, caseId);
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private static Map<String, Object> kept(AftercareDecision answer, String caseId) {
    return switch (answer) {
      case AftercareDecision.Changed _, AftercareDecision.Unchanged _ -> Map.of("case", caseId);
      case AftercareDecision.Refused(var why) ->
          throw switch (why) {
            case CASE_ERASED -> HttpAnswers.refusal(CaseDecision.Refusal.CASE_ERASED);
            case CASE_CLOSED -> AftercareProblem.CASE_CLOSED.exception();
            case GROUND_CHANGED -> AftercareProblem.GROUND_CHANGED.exception();
          };
      case AftercareDecision.NotTold(var unmet) ->
          throw AftercareProblem.WHEREABOUTS_NOT_TOLD.problem().with("unmet", unmet).exception();
      case AftercareDecision.NotClosed(var open) ->
          throw AftercareProblem.CASE_NOT_CLOSED
              .problem()
              .with("open", open.stream().map(HttpAftercare::matter).toList())
              .exception();
    };
  }

  /**
   * Everything, for a person of the team.
   *
   * @param withRules whether the rules are told too: one of them may be that something is sealed
   */
  static Map<String, Object> all(
      LookAtCase.Seen seen,
      CaseGrounds grounds,
      Aftercare aftercare,
      List<OpenMatter> open,
      boolean withRules) {
    List<String> claimants = grounds.claimants();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", seen.id());
    json.put("exercise", seen.exercise());
    json.put(
        "children",
        seen.children().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                each -> {
                  String child = each.getKey();
                  Map<String, Object> told =
                      child(
                          child,
                          each.getValue(),
                          aftercare,
                          claimants.stream()
                              .map(it -> claimant(grounds, aftercare, child, it, withRules))
                              .toList());
                  if (withRules) {
                    told.put("ground", grounds.codes().of(grounds.ground(aftercare)));
                  }
                  return told;
                })
            .toList());
    json.put("open", open.stream().map(HttpAftercare::matter).toList());
    Closing closing = aftercare.closing();
    if (closing != null) {
      json.put("closed", closed(closing));
    }
    return json;
  }

  private static Map<String, Object> child(
      String id, KeptChild child, Aftercare aftercare, List<Map<String, Object>> claimants) {
    Safety safety = aftercare.safety(id);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("child", id);
    json.put("status", child.status().status());
    json.put("outcome", child.status().outcome() == null ? null : child.status().outcome().text());
    json.put("safety", safety.state());
    json.put("keepHidden", safety.keepHidden());
    json.put("words", aftercare.words(id).reversed().stream().map(HttpAftercare::word).toList());
    json.put("claimants", claimants);
    return known(json);
  }

  private static Map<String, Object> word(SafeWord word) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("finding", word.finding());
    json.put("meeting", meeting(word.meeting()));
    json.put("hiding", word.hiding());
    json.put("note", word.note());
    json.put("by", word.by());
    json.put("at", word.at());
    return known(json);
  }

  private static @Nullable Map<String, Object> meeting(@Nullable Meeting meeting) {
    if (meeting == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("who", meeting.who());
    json.put("how", meeting.how());
    json.put("claimantAbsent", meeting.claimantAbsent());
    json.put("at", meeting.at());
    json.put("reference", meeting.reference());
    json.put("weight", meeting.weight());
    return known(json);
  }

  private static Map<String, Object> claimant(
      CaseGrounds grounds, Aftercare aftercare, String child, String report, boolean withRules) {
    Optional<Telling> told = grounds.told(aftercare, child, report);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("report", report);
    json.put("mayBeTold", told.isPresent()); // upholds 6
    if (withRules) {
      boolean isClear = told.map(Telling::clearOfOrders).orElse(false);
      Whereabouts.Matter matter = grounds.matter(aftercare, child, report, isClear);
      json.put("rules", Whereabouts.rows(matter).stream().map(HttpAftercare::row).toList());
    }
    json.put(
        "hearings",
        aftercare.hearings(child, report).reversed().stream().map(HttpAftercare::hearing).toList());
    List<Map<String, Object>> decisions = new ArrayList<>();
    aftercare.tellings().reversed().stream()
        .filter(each -> each.isOf(child, report))
        .forEach(each -> decisions.add(telling(each, told.filter(each::equals).isPresent())));
    json.put("decisions", decisions);
    return json;
  }

  private static Map<String, Object> row(Whereabouts.Row row) {
    return Map.of("rule", row.rule(), "met", row.met());
  }

  private static Map<String, Object> hearing(Hearing hearing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("wish", hearing.wish());
    if (!hearing.feared().isEmpty()) {
      json.put("feared", hearing.feared().stream().sorted().toList());
    }
    json.put("meeting", meeting(hearing.meeting()));
    json.put("by", hearing.by());
    json.put("at", hearing.at());
    return json;
  }

  private static Map<String, Object> telling(Telling telling, boolean stands) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reason", telling.reason());
    json.put("clearOfOrders", telling.clearOfOrders());
    json.put("by", telling.by());
    json.put("at", telling.at());
    json.put("stands", stands);
    Telling.Withdrawn withdrawn = telling.withdrawn();
    if (withdrawn != null) {
      Map<String, Object> taken = new LinkedHashMap<>();
      taken.put("reason", withdrawn.reason());
      taken.put("by", withdrawn.by());
      taken.put("at", withdrawn.at());
      json.put("withdrawn", known(taken));
    }
    return json;
  }

  private static Map<String, Object> matter(OpenMatter open) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("matter", open.matter());
    json.put("kind", open.kind());
    return known(json);
  }

  private static Map<String, Object> closed(Closing closing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("howFound", closing.howFound());
    json.put("note", closing.note());
    json.put("by", closing.by());
    json.put("at", closing.at());
    return known(json);
  }

  private static Map<String, Object> known(Map<String, Object> json) {
    json.values().removeIf(Objects::isNull);
    return json;
  }
}
