package org.homeward.intake.interviews;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.durable.command.Command;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.aftercare.FindFears;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.KeptChild;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.homeward.schema.people.Outcome;
import org.homeward.schema.values.Code;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An interview is offered to a child; it refuses, or it speaks with a confidant. */
@RestController
class InterviewsController {

  static final String ALL = "/api/v1/cases/{id}/interviews";
  static final String OFFER = "/api/v1/cases/{id}/children/{child}/interviews";
  static final String REFUSED = ALL + "/{interview}/refused";
  static final String HELD = ALL + "/{interview}/held";

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final Set<Outcome> ALIVE = EnumSet.of(Outcome.FOUND_SAFE, Outcome.FOUND_HARMED);

  private final LookAtCase lookAtCase;
  private final Interviews interviews;
  private final ChangeInterview changeInterview;
  private final FindFears findFears;
  private final Clock clock;

  InterviewsController(
      LookAtCase lookAtCase,
      Interviews interviews,
      ChangeInterview changeInterview,
      FindFears findFears,
      Clock clock) {
    this.findFears = findFears;
    this.lookAtCase = lookAtCase;
    this.interviews = interviews;
    this.changeInterview = changeInterview;
    this.clock = clock;
  }

  @GetMapping(ALL)
  Map<String, Object> read(@PathVariable String id, Caller caller) {
    return HttpInterviews.all(look(id, caller), interviews.of(id));
  }

  @PostMapping(path = OFFER, consumes = JSON)
  ResponseEntity<Map<String, Object>> offer(
      @PathVariable String id,
      @PathVariable String child,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    KeptChild state = seen.children().get(child);
    if (state == null) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    Command once = Commands.of(command);
    var earlier = changeInterview.earlier(once);
    if (earlier.isPresent()) {
      return HttpInterviews.again(earlier.get(), id);
    }
    if (seen.isForeign()) {
      throw HttpAnswers.refusal(CaseDecision.Refusal.NOT_THE_OWNER); // upholds 5
    }
    Fields fields = Fields.of(body);
    Interviewer interviewer = InterviewBody.interviewer(fields);
    Instant due = InterviewBody.due(fields, clock.instant());
    fields.check();
    if (interviewer == null) {
      throw FaceProblem.INVALID.exception();
    }
    List<Interviewer.Objection> objections =
        interviewer.objections(findFears.of(id, child), seen.notTo());
    if (!objections.isEmpty()) { // upholds 6
      throw InterviewProblem.INTERVIEWER_INVOLVED
          .problem()
          .with("objections", objections)
          .exception();
    }
    Code<Outcome> outcome = state.status().outcome();
    if (outcome == null || !ALIVE.contains(outcome.value())) {
      throw InterviewProblem.CHILD_NOT_FOUND.exception();
    }
    Optional<Interview> last = interviews.last(id, child);
    if (last.filter(Interview::isOpen).isPresent()) {
      throw InterviewProblem.INTERVIEW_OFFERED.exception();
    }
    int number = last.map(it -> it.number() + 1).orElse(1);
    return HttpInterviews.offered(
        changeInterview.offer(seen, child, number, interviewer, due, once), id);
  }

  @PostMapping(path = REFUSED, consumes = JSON)
  Map<String, Object> refused(
      @PathVariable String id,
      @PathVariable String interview,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = of(id, interview, caller);
    Fields.of(body).check();
    var end = new Interview.End(false, Map.of(), null, seen.person(), clock.instant());
    return HttpInterviews.ended(
        changeInterview.end(seen, interview, end, Commands.of(command)), id);
  }

  @PostMapping(path = HELD, consumes = JSON)
  Map<String, Object> held(
      @PathVariable String id,
      @PathVariable String interview,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = of(id, interview, caller);
    Fields fields = Fields.of(body);
    Interview.End end = InterviewBody.held(fields, seen.person(), clock.instant());
    fields.check();
    return HttpInterviews.ended(
        changeInterview.end(seen, interview, end, Commands.of(command)), id);
  }

  /** The case as the person has looked at it, if the interview is one of it. */
  private LookAtCase.Seen of(String id, String interview, Caller caller) {
    LookAtCase.Seen seen = look(id, caller);
    if (!LookAtCase.isId(interview) || interviews.find(id, interview).isEmpty()) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return seen;
  }

  private LookAtCase.Seen look(String id, Caller caller) {
    return HttpAnswers.there(lookAtCase.at(id, Viewer.of(caller)));
  }
}
