package org.homeward.intake.calls;

import java.time.Clock;
import java.util.Map;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.Outcomes;
import org.homeward.intake.cases.Viewer;
import org.homeward.intake.joboffers.HttpJobOffers;
import org.homeward.intake.joboffers.JobOffer;
import org.homeward.intake.joboffers.OfferQuestions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A caller asks whether a job offer is sound; what was said stays with the call. */
@RestController
class JobOfferController {

  static final String OFFER = "/api/v1/calls/{id}/job-offer";

  private final OfferQuestions questions;
  private final LookAtCall lookAtCall;
  private final ChangeCall changeCall;
  private final Clock clock;

  JobOfferController(
      OfferQuestions questions, LookAtCall lookAtCall, ChangeCall changeCall, Clock clock) {
    this.questions = questions;
    this.lookAtCall = lookAtCall;
    this.changeCall = changeCall;
    this.clock = clock;
  }

  /** All that is known of the offer, each time. */
  @PostMapping(path = OFFER, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> check(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtCall.SeenCall seen =
        lookAtCall.at(id, Viewer.of(caller)).orElseThrow(FaceProblem.NOT_FOUND::exception);
    Fields fields = Fields.of(body);
    JobOffer offer = HttpJobOffers.read(fields, questions, caller.person(), clock.instant());
    fields.check();
    return read.first(
        version -> {
          var now =
              Outcomes.now(
                  changeCall.change(
                      seen, version, Commands.of(command), new CallCommand.CheckOffer(offer)),
                  CallsController::refusal);
          return ResponseEntity.ok().eTag(ETags.of(now.version())).body(Map.of("call", now.id()));
        });
  }
}
