package org.homeward.intake.cases;

import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.face.problem.Violation;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Outcomes;
import org.homeward.intake.proposals.ExclusionProposals;
import org.homeward.intake.proposals.ReleaseProposals;
import org.homeward.intake.staff.Staff;
import org.homeward.schema.disclosure.ReadablePart;
import org.homeward.schema.facts.Says;
import org.homeward.schema.values.Audience;
import org.springframework.http.ResponseEntity;

/** Maps outcomes of use cases to HTTP answers. */
public final class HttpAnswers {

  private static final Set<CaseDecision.Refusal> NOT_THERE =
      EnumSet.of(
          CaseDecision.Refusal.NO_SUCH_CASE,
          CaseDecision.Refusal.UNKNOWN_REPORT,
          CaseDecision.Refusal.UNKNOWN_CHILD,
          CaseDecision.Refusal.UNKNOWN_TASK,
          CaseDecision.Refusal.UNKNOWN_DECISION);

  private HttpAnswers() {}

  /** A case as one line of a list. */
  public static Map<String, Object> line(ViewCases.View view) {
    return CaseJson.line(view);
  }

  /** The proof that the person may see the case, or 404. */
  public static LookAtCase.Seen found(Optional<LookAtCase.Seen> looked) {
    return looked.orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  /** The same for a case that still has its content; 410 for one that was erased. */
  public static LookAtCase.Seen there(Optional<LookAtCase.Seen> looked) {
    LookAtCase.Seen seen = found(looked);
    if (seen.isErased()) {
      throw refusal(CaseDecision.Refusal.CASE_ERASED); // upholds 7
    }
    return seen;
  }

  /** Carries out a command that is about the case whatever it has become. */
  public static ResponseEntity<Map<String, Object>> to(
      ChangeCase changeCase, LookAtCase.Seen seen, RequestCommand command, CaseCommand wish) {
    return of(changeCase.change(seen, OptionalLong.empty(), Commands.of(command), wish));
  }

  /** 200 with ids and state only, or the problem that the outcome is. */
  public static ResponseEntity<Map<String, Object>> of(
      WriteOutcome.OfRequest<KeptCase, CaseDecision> outcome) {
    return done(Outcomes.now(outcome, HttpAnswers::refusalOf));
  }

  private static Optional<ProblemException> refusalOf(CaseDecision decision) {
    return decision instanceof CaseDecision.Refused refused
        ? Optional.of(refusal(refused))
        : Optional.empty();
  }

  /** A refusal that leaves nothing else to do with the case. */
  public static ProblemException refusal(CaseDecision.Refusal why) {
    return refusal(new CaseDecision.Refused(why, Set.of()));
  }

  public static ProblemException refusal(CaseDecision.Refused refused) {
    if (NOT_THERE.contains(refused.why())) {
      return FaceProblem.NOT_FOUND.exception();
    }
    if (refused.why() == CaseDecision.Refusal.CASE_ERASED) {
      return IntakeProblem.ERASED.exception();
    }
    List<String> allowed =
        refused.allowed().stream().map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
    return IntakeProblem.of(refused.why()).problem().with("allowed", allowed).exception();
  }

  /** A case that is not opened, because of whom it would be kept from. */
  public static ProblemException refusal(Staff.Objection objection) {
    return IntakeProblem.of(RulingDecisions.refusal(objection)).exception();
  }

  private static ResponseEntity<Map<String, Object>> done(Guarded<KeptCase> now) {
    return ResponseEntity.ok().eTag(ETags.of(now.version())).body(changed(now));
  }

  private static Map<String, Object> changed(Guarded<KeptCase> now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", now.id());
    json.put("standing", standing(now.state()));
    if (now.state() instanceof Case live) {
      RulingsJson.state(json, live);
    }
    return json;
  }

  private static String standing(KeptCase state) {
    return switch (state) {
      case Case live -> live.standing().name();
      case ErasedCase _ -> "ERASED";
    };
  }

  /** 201 with the ids that the first report of a case was given. */
  public static ResponseEntity<Map<String, Object>> opened(
      Guarded<KeptCase> now, Set<Audience> circles) {
    return switch (now.state()) {
      case Case live -> taken(now, live, live.reports().getFirst(), circles);
      case ErasedCase _ -> throw IntakeProblem.ERASED.exception();
    };
  }

  /** 201 with the ids that a further report was given. */
  public static ResponseEntity<Map<String, Object>> joined(
      Guarded<KeptCase> now, KeptReport report, Set<Audience> circles) {
    return switch (now.state()) {
      case Case live -> taken(now, live, report, circles);
      case ErasedCase _ -> throw IntakeProblem.ERASED.exception();
    };
  }

  /** The proposal uses only facts that the author may read, as for a reader of the case. */
  private static ResponseEntity<Map<String, Object>> taken(
      Guarded<KeptCase> now, Case live, KeptReport report, Set<Audience> circles) {
    List<Says> all = live.reports().stream().map(each -> readable(each, circles)).toList();
    var verdict =
        ReleaseProposals.propose(
            readable(report, circles), all, KeptReport.threat(live.rulings().kind()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("case", now.id());
    answer.put("kind", live.rulings().kind().kind());
    answer.put("report", report.id());
    answer.put("children", report.newChildren());
    answer.put("proposal", report.proposal().textFor(verdict.proposal()));
    if (verdict.proposal().isHold()) {
      answer.put("because", Objects.requireNonNull(verdict.proposal().hold()));
    }
    answer.put("rules", verdict.rows());
    Set<String> keepFrom = ExclusionProposals.propose(all, live.notTo());
    if (!keepFrom.isEmpty()) {
      answer.put("proposedNotTo", keepFrom);
    }
    return ResponseEntity.created(URI.create("/api/v1/cases/" + now.id()))
        .eTag(ETags.of(now.version()))
        .body(answer);
  }

  private static Says readable(KeptReport report, Set<Audience> circles) {
    Says says = report.report().says();
    says = ReadablePart.of(says, circles).says(); // upholds 6
    return says;
  }

  /** The same answer with warnings, if there are any. */
  public static ResponseEntity<Map<String, Object>> withWarnings(
      ResponseEntity<Map<String, Object>> answer, List<Violation> warnings) {
    if (warnings.isEmpty()) {
      return answer;
    }
    Map<String, Object> json = new LinkedHashMap<>(Objects.requireNonNull(answer.getBody()));
    json.put("warnings", warnings);
    return new ResponseEntity<>(json, answer.getHeaders(), answer.getStatusCode());
  }
}
