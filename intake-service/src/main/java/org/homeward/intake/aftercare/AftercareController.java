package org.homeward.intake.aftercare;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.homeward.durable.store.StoreFailure;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.cases.CaseDecision;
import org.homeward.intake.cases.HttpAnswers;
import org.homeward.intake.cases.LookAtCase;
import org.homeward.intake.cases.Viewer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether a child is safe, who may be told where it is, and that a case is closed. */
@RestController
class AftercareController {

  static final String ENDING = "/api/v1/cases/{id}/ending";
  static final String SAFETY = "/api/v1/cases/{id}/children/{child}/safety";
  static final String HEARINGS = "/api/v1/cases/{id}/children/{child}/hearings";
  static final String WHEREABOUTS = "/api/v1/cases/{id}/children/{child}/whereabouts";
  static final String WITHDRAW = WHEREABOUTS + "/withdraw";
  static final String CLOSE = "/api/v1/cases/{id}/close";

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final LookAtCase lookAtCase;
  private final ChangeAftercare changeAftercare;
  private final FindOpenMatters findOpenMatters;
  private final FindGrounds findGrounds;
  private final Clock clock;

  AftercareController(
      LookAtCase lookAtCase,
      ChangeAftercare changeAftercare,
      FindOpenMatters findOpenMatters,
      FindGrounds findGrounds,
      Clock clock) {
    this.lookAtCase = lookAtCase;
    this.changeAftercare = changeAftercare;
    this.findOpenMatters = findOpenMatters;
    this.findGrounds = findGrounds;
    this.clock = clock;
  }

  @GetMapping(ENDING)
  Map<String, Object> read(@PathVariable String id, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.there(lookAtCase.at(id, Viewer.of(caller)));
    boolean withRules = caller.is(Role.SUPERVISOR) || caller.is(Role.DPO);
    CaseGrounds grounds = findGrounds.of(seen);
    return HttpAftercare.all(
        seen, grounds, changeAftercare.of(seen), findOpenMatters.of(seen), withRules);
  }

  @PostMapping(path = SAFETY, consumes = JSON)
  Map<String, Object> say(
      @PathVariable String id,
      @PathVariable String child,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = about(ours(id, caller), child);
    Fields fields = Fields.of(body);
    SafeWord word = AftercareBody.word(fields, seen, child, now());
    fields.check();
    return changed(seen, command, new AftercareCommand.Say(word));
  }

  @PostMapping(path = HEARINGS, consumes = JSON)
  Map<String, Object> hear(
      @PathVariable String id,
      @PathVariable String child,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = about(ours(id, caller), child);
    Fields fields = Fields.of(body);
    Hearing hearing = AftercareBody.hearing(fields, seen, child, findGrounds.incarnation(), now());
    fields.check();
    return changed(seen, command, new AftercareCommand.Hear(hearing));
  }

  @PostMapping(path = WHEREABOUTS, consumes = JSON)
  Map<String, Object> tell(
      @PathVariable String id,
      @PathVariable String child,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = about(ours(id, caller), child);
    Fields fields = Fields.of(body);
    CaseGrounds grounds = findGrounds.of(seen);
    AftercareCommand.Tell wish = AftercareBody.telling(fields, seen, grounds, child, now());
    fields.check();
    return changed(seen, command, wish);
  }

  /** Taking back is never refused, and waits for no key of the audit trail. */
  @PostMapping(path = WITHDRAW, consumes = JSON)
  Map<String, Object> withdraw(
      @PathVariable String id,
      @PathVariable String child,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCase.Seen seen = about(HttpAnswers.there(lookAtCase.toEnd(id, Viewer.of(caller))), child);
    Fields fields = Fields.of(body);
    AftercareCommand.Withdraw wish = AftercareBody.withdrawal(fields, seen, child, now());
    fields.check();
    return changed(seen, command, wish);
  }

  @PostMapping(path = CLOSE, consumes = JSON)
  Map<String, Object> close(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCase.Seen seen = ours(id, caller);
    Fields fields = Fields.of(body);
    Closing closing = AftercareBody.closing(fields, seen, now());
    fields.check();
    return changed(seen, command, new AftercareCommand.Close(closing, findOpenMatters.of(seen)));
  }

  /** What comes after a find of another node's child is that node's. */
  private LookAtCase.Seen ours(String id, Caller caller) {
    LookAtCase.Seen seen = HttpAnswers.there(lookAtCase.at(id, Viewer.of(caller)));
    if (seen.isForeign()) {
      throw HttpAnswers.refusal(CaseDecision.Refusal.NOT_THE_OWNER); // upholds 5
    }
    return seen;
  }

  private static LookAtCase.Seen about(LookAtCase.Seen seen, String child) {
    if (!seen.isAbout(child)) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return seen;
  }

  private Instant now() {
    return clock.instant();
  }

  private Map<String, Object> changed(
      LookAtCase.Seen seen, RequestCommand command, AftercareCommand wish) {
    try {
      return HttpAftercare.done(
          changeAftercare.change(seen, Commands.of(command), wish), seen.id());
    } catch (StoreFailure.TooLarge full) {
      throw AftercareProblem.AFTERCARE_FULL.exception();
    }
  }
}
