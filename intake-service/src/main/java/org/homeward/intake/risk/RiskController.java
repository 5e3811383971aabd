package org.homeward.intake.risk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.command.Command;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.conditional.SafeToRepeat;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.PageLimit;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptReport;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The risk of a case: what is asked, what the rule proposes, what people have decided. */
@RestController
class RiskController {

  static final String QUESTIONS = "/api/v1/risk/questions";
  static final String PROPOSALS = "/api/v1/risk/proposals";
  static final String ASSESSMENTS = "/api/v1/cases/{id}/assessments";

  private final Questions questions;
  private final LookAtCase lookAtCase;
  private final Assessments assessments;
  private final AssessCase assessCase;

  RiskController(
      Questions questions, LookAtCase lookAtCase, Assessments assessments, AssessCase assessCase) {
    this.questions = questions;
    this.lookAtCase = lookAtCase;
    this.assessments = assessments;
    this.assessCase = assessCase;
  }

  @GetMapping(QUESTIONS)
  Map<String, Object> questions() {
    return HttpRisk.questions(questions);
  }

  /** It is about no case: whoever asks may ask for any answers. */
  @PostMapping(path = PROPOSALS, consumes = MediaType.APPLICATION_JSON_VALUE)
  @SafeToRepeat("nothing is kept")
  Map<String, Object> propose(@RequestBody byte[] body) {
    Fields fields = Fields.of(body);
    List<Answered> answers = AssessmentBody.answers(fields, questions);
    fields.check();
    return HttpRisk.proposal(ProposedRisk.of(questions, answers), questions);
  }

  @GetMapping(ASSESSMENTS)
  Map<String, Object> read(
      @PathVariable String id,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    int most = PageLimit.of(limit);
    return HttpRisk.all(seen, assessments.of(id), most, fitting(seen), questions);
  }

  @PostMapping(path = ASSESSMENTS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> assess(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    Command once = Commands.of(command);
    Optional<AssessCase.Outcome> earlier = assessCase.earlier(once);
    if (earlier.isPresent()) {
      return HttpRisk.made(id, earlier.get());
    }
    if (seen.isForeign()) {
      throw HttpAnswers.refusal(CaseDecision.Refusal.NOT_THE_OWNER); // upholds 5
    }
    if (seen.hasEnded()) {
      throw HttpAnswers.refusal(CaseDecision.Refusal.CASE_ENDED);
    }
    Fields fields = Fields.of(body);
    AssessCase.Decided decided =
        AssessmentBody.read(fields, questions, seen, fitting(seen), assessments);
    fields.check();
    return HttpRisk.made(id, assessCase.assess(seen, decided, once));
  }

  private LookAtCase.Seen look(String id, Caller caller) {
    return HttpAnswers.there(lookAtCase.at(id, Viewer.of(caller)));
  }

  private static List<KeptReport> fitting(LookAtCase.Seen seen) {
    return AssessmentBody.fitting(seen.reports());
  }
}
