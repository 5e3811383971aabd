package org.homeward.intake.referrals;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.Outcomes;
import org.homeward.frame.web.PageLimit;
import org.homeward.intake.carefiles.LookAtCareFile;
import org.homeward.intake.providers.FindProvider;
import org.homeward.schema.people.SupportService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members refer somebody to a provider, and write down what becomes of it. */
@RestController
class ReferralsController {

  static final String WORK = "/api/v1/referrals";
  static final String ONE = HttpReferrals.OF_FILE + "/{referral}";

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final int REFERENCE = 8;

  private final LookAtCareFile lookAtCareFile;
  private final ViewReferrals viewReferrals;
  private final ChangeReferral changeReferral;
  private final FindProvider directory;
  private final Duration answerWithin;
  private final Clock clock;

  /**
   * @param answerWithin the deadline of a step for which nobody names another one
   */
  ReferralsController(
      LookAtCareFile lookAtCareFile,
      ViewReferrals viewReferrals,
      ChangeReferral changeReferral,
      FindProvider directory,
      Duration answerWithin,
      Clock clock) {
    this.lookAtCareFile = lookAtCareFile;
    this.viewReferrals = viewReferrals;
    this.changeReferral = changeReferral;
    this.directory = directory;
    this.answerWithin = answerWithin;
    this.clock = clock;
  }

  /** The referrals that wait for somebody, over all files that the reader may open. */
  @GetMapping(WORK)
  Map<String, Object> work(
      @RequestParam(name = "of", defaultValue = "ALL") String which,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    ViewReferrals.Which wanted =
        Stream.of(ViewReferrals.Which.values())
            .filter(each -> each.name().equals(which))
            .findFirst()
            .orElseThrow(
                () -> FaceProblem.INVALID.problem().error("/of", "unknown-code").exception());
    return lines(viewReferrals.open(wanted, PageLimit.of(limit), caller));
  }

  @GetMapping(HttpReferrals.OF_FILE)
  Map<String, Object> ofFile(@PathVariable String id, Caller caller) {
    return lines(viewReferrals.of(found(lookAtCareFile.at(id, caller))));
  }

  private Map<String, Object> lines(List<ViewReferrals.Known> some) {
    Instant now = clock.instant();
    return Map.of("referrals", some.stream().map(each -> HttpReferrals.line(each, now)).toList());
  }

  @GetMapping(ONE)
  ResponseEntity<Map<String, Object>> read(
      @PathVariable String id, @PathVariable String referral, Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.at(id, caller));
    ViewReferrals.Known known = one(seen, referral);
    return ResponseEntity.ok()
        .eTag(ETags.of(known.version()))
        .body(HttpReferrals.whole(known, seen.isMember(), clock.instant()));
  }

  /** The sheet is written, and shown before anybody agrees to it. */
  @PostMapping(path = HttpReferrals.OF_FILE, consumes = JSON)
  ResponseEntity<Map<String, Object>> draft(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.asMember(id, caller));
    Instant now = clock.instant();
    Fields fields = Fields.of(body);
    Optional<FindProvider.Found> provider = ReferralBody.provider(fields, directory);
    SupportService service = ReferralBody.service(fields, provider);
    ReferralSheet sheet = ReferralBody.sheet(fields, reference(), service, seen.about());
    Instant due = ReferralBody.due(fields, answerWithin, now);
    fields.check();
    FindProvider.Found to = provider.orElseThrow();
    var referral =
        new Referral(
            seen.exercise(),
            seen.id(),
            to.id(),
            to.name(),
            to.phone(),
            sheet,
            due,
            seen.person(),
            Stage.DRAFT,
            List.of(Step.to(Stage.DRAFT, seen.person(), now)),
            null);
    return switch (changeReferral.draft(referral, Commands.of(command))) {
      case WriteOutcome.Written<KeptReferral, Boolean>(var made, var _) -> made(seen, made);
      case WriteOutcome.Repeated<KeptReferral, Boolean>(var made, var _) -> made(seen, made);
      case WriteOutcome.KeyReused<KeptReferral, Boolean>() ->
          throw FaceProblem.KEY_REUSED.exception();
    };
  }

  /** Names nobody; both sides say it on the telephone. */
  private static String reference() {
    return UUID.randomUUID().toString().substring(0, REFERENCE).toUpperCase(Locale.ROOT);
  }

  private static ResponseEntity<Map<String, Object>> made(
      LookAtCareFile.SeenFile seen, Guarded<KeptReferral> made) {
    return ResponseEntity.created(
            URI.create("/api/v1/care-files/" + seen.id() + "/referrals/" + made.id()))
        .eTag(ETags.of(made.version()))
        .body(Map.of("referral", made.id(), "stage", Stage.DRAFT));
  }

  /** Another sheet: whoever agreed to the one before has not agreed to this one. */
  @PostMapping(path = ONE + "/sheet", consumes = JSON)
  ResponseEntity<Map<String, Object>> redraft(
      @PathVariable String id,
      @PathVariable String referral,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.asMember(id, caller));
    Referral before = one(seen, referral).referral();
    Fields fields = Fields.of(body);
    ReferralSheet sheet =
        ReferralBody.sheet(
            fields, before.sheet().reference(), before.sheet().service(), seen.about());
    Instant due = ReferralBody.due(fields, answerWithin, clock.instant());
    fields.check();
    return changed(
        referral, read, command, new ReferralCommand.Redraft(sheet, due, seen.person()), seen);
  }

  @PostMapping(path = ONE + "/steps", consumes = JSON)
  ResponseEntity<Map<String, Object>> step(
      @PathVariable String id,
      @PathVariable String referral,
      @RequestBody byte[] body,
      IfMatch read,
      RequestCommand command,
      Caller caller) {
    LookAtCareFile.SeenFile seen = found(lookAtCareFile.asMember(id, caller));
    Referral before = one(seen, referral).referral();
    Fields fields = Fields.of(body);
    ReferralCommand wish =
        ReferralBody.step(
            fields,
            seen.about().age(),
            directory.of(before.provider()).isPresent(),
            answerWithin,
            seen.person(),
            clock.instant());
    fields.check();
    return changed(referral, read, command, wish, seen);
  }

  private ResponseEntity<Map<String, Object>> changed(
      String referral,
      IfMatch read,
      RequestCommand command,
      ReferralCommand wish,
      LookAtCareFile.SeenFile seen) {
    return read.first(
        version ->
            HttpReferrals.done(
                Outcomes.now(
                    changeReferral.change(
                        referral, version, Commands.of(command), wish, seen.person()),
                    HttpReferrals::refusal)));
  }

  private ViewReferrals.Known one(LookAtCareFile.SeenFile seen, String referral) {
    return viewReferrals.one(seen, referral).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private static LookAtCareFile.SeenFile found(Optional<LookAtCareFile.SeenFile> looked) {
    return looked.orElseThrow(FaceProblem.NOT_FOUND::exception);
  }
}
