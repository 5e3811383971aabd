package org.homeward.intake.support;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.homeward.durable.command.Command;
import org.homeward.durable.command.DerivedIds;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.StoreFailure;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.intake.carefiles.LookAtCareFile;
import org.homeward.intake.providers.FindProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Members write down what is needed, who agreed, what was given, and the plan. */
@RestController
class SupportController {

  static final String WORK = "/api/v1/support";
  static final String NEEDS = HttpSupport.OF_FILE + "/needs";
  static final String WORDS = NEEDS + "/{need}/words";
  static final String SERVICES = NEEDS + "/{need}/services";
  static final String MOVED = SERVICES + "/{offer}/moved";
  static final String PLAN = HttpSupport.OF_FILE + "/plan";

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final LookAtCareFile lookAtCareFile;
  private final ChangeSupport changeSupport;
  private final FindProvider directory;
  private final SupportCommand.OfService custody;
  private final Predicate<String> parentFeared;
  private final DerivedIds ids;
  private final Clock clock;

  /**
   * @param custody the rules of this country
   * @param parentFeared whether a child of the file of this id fears who cares for it
   */
  SupportController(
      LookAtCareFile lookAtCareFile,
      ChangeSupport changeSupport,
      FindProvider directory,
      SupportCommand.OfService custody,
      Predicate<String> parentFeared,
      DerivedIds ids,
      Clock clock) {
    this.lookAtCareFile = lookAtCareFile;
    this.changeSupport = changeSupport;
    this.directory = directory;
    this.custody = custody;
    this.parentFeared = parentFeared;
    this.ids = ids;
    this.clock = clock;
  }

  /** The plans of all files that the reader may open. */
  @GetMapping(WORK)
  Map<String, Object> work(Caller caller) {
    return HttpSupport.plans(changeSupport.plans(caller), clock.instant());
  }

  @GetMapping(HttpSupport.OF_FILE)
  Map<String, Object> read(@PathVariable String id, Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.at(id, caller));
    return HttpSupport.whole(
        seen.id(),
        seen.exercise(),
        seen.isMember(),
        changeSupport.of(seen),
        custody,
        parentFeared.test(seen.id()),
        clock.instant());
  }

  @PostMapping(path = NEEDS, consumes = JSON)
  ResponseEntity<Map<String, Object>> need(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.asMember(id, caller));
    Command once = Commands.of(command);
    Fields fields = Fields.of(body);
    Need need =
        SupportBody.need(fields, ids.of("need", once.id(), 0), seen.person(), clock.instant());
    fields.check();
    return HttpSupport.made(
        outcome(seen, once, new SupportCommand.Add(need)), seen.id(), "need", need.id());
  }

  @PostMapping(path = WORDS, consumes = JSON)
  Map<String, Object> say(
      @PathVariable String id,
      @PathVariable String need,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.asMember(id, caller));
    Fields fields = Fields.of(body);
    Word word = SupportBody.word(fields, seen.person(), clock.instant());
    fields.check();
    var wish = new SupportCommand.Say(need, word, parentFeared.test(seen.id()));
    return HttpSupport.done(outcome(seen, Commands.of(command), wish), seen.id());
  }

  @PostMapping(path = SERVICES, consumes = JSON)
  ResponseEntity<Map<String, Object>> offer(
      @PathVariable String id,
      @PathVariable String need,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.asMember(id, caller));
    Command once = Commands.of(command);
    Instant now = clock.instant();
    Fields fields = Fields.of(body);
    Given given =
        SupportBody.given(fields, directory, ids.of("given", once.id(), 0), seen.person(), now);
    fields.check();
    return HttpSupport.made(
        outcome(seen, once, new SupportCommand.Offer(need, given)),
        seen.id(),
        "service",
        given.id());
  }

  @PostMapping(path = MOVED, consumes = JSON)
  Map<String, Object> move(
      @PathVariable String id,
      @PathVariable String need,
      @PathVariable("offer") String given,
      @RequestBody byte[] body,
      RequestCommand command,
      Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.asMember(id, caller));
    Fields fields = Fields.of(body);
    Given.Stage to = SupportBody.to(fields);
    Integer cost = SupportBody.cost(fields);
    String currency = SupportBody.currency(fields, cost);
    String note = SupportBody.note(fields);
    fields.check();
    var wish =
        new SupportCommand.Move(
            need,
            given,
            to,
            cost,
            currency,
            note,
            parentFeared.test(seen.id()),
            custody,
            seen.person());
    return HttpSupport.done(outcome(seen, Commands.of(command), wish), seen.id());
  }

  @PostMapping(path = PLAN, consumes = JSON)
  Map<String, Object> plan(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.asMember(id, caller));
    Fields fields = Fields.of(body);
    Plan plan = SupportBody.plan(fields, seen.person(), clock.instant());
    fields.check();
    return HttpSupport.done(
        outcome(seen, Commands.of(command), new SupportCommand.Write(plan)), seen.id());
  }

  private WriteOutcome.OfPuttingOnce<KeptSupport, SupportDecision> outcome(
      LookAtCareFile.SeenFile seen, Command command, SupportCommand wish) {
    try {
      return changeSupport.change(seen, command, wish);
    } catch (StoreFailure.TooLarge full) {
      throw SupportProblem.SUPPORT_FULL.exception();
    }
  }

  private static LookAtCareFile.SeenFile found(Optional<LookAtCareFile.SeenFile> looked) {
    return looked.orElseThrow(FaceProblem.NOT_FOUND::exception);
  }
}
