package org.homeward.alert.subscribers.sms;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.registers.ConfirmEntry;
import org.homeward.alert.registers.HttpConfirmation;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.codes.Countries;
import org.homeward.schema.codes.NumberingPlans;
import org.homeward.schema.people.PhoneNumber;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Phones: registered by an administrator, confirmed by a supervisor, proved by a code. */
@RestController
final class PhonesController {

  static final String PHONES = "/api/v1/phones";
  static final String PHONE = PHONES + "/{id}";
  static final String CONFIRM = PHONE + "/confirm";
  static final String CODE = PHONE + "/code";
  static final String PROVE = PHONE + "/prove";
  static final String REVOKE = PHONE + "/revoke";

  private static final int MAX_NAME = 80;
  private static final int MAX_NUMBER = 30;
  private static final int MAX_REGIONS = 30;
  private static final Set<Audience> AUDIENCES = Set.of(Audience.VOLUNTEER);
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

  /** Stands in for a number that is refused. */
  private static final PhoneNumber NOBODY = new PhoneNumber("+10000000000");

  private final RegisterPhone registerPhone;
  private final ConfirmEntry<Phone> confirmPhone;
  private final ProvePhone provePhone;
  private final EndPhone endPhone;
  private final ListPhones listPhones;
  private final Home home;

  /**
   * The node that tells them.
   *
   * @param country ISO 3166-1 alpha-2
   * @param countries to whose phones messages go
   */
  record Home(String country, Set<String> countries) {}

  PhonesController(
      RegisterPhone registerPhone,
      ConfirmEntry<Phone> confirmPhone,
      ProvePhone provePhone,
      EndPhone endPhone,
      ListPhones listPhones,
      Home home) {
    this.registerPhone = registerPhone;
    this.confirmPhone = confirmPhone;
    this.provePhone = provePhone;
    this.endPhone = endPhone;
    this.listPhones = listPhones;
    this.home = home;
  }

  @PostMapping(path = PHONES, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> register(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    RegisterPhone.PhoneWish wish = wish(Fields.of(body));
    return switch (registerPhone.register(wish, Commands.of(command), caller.person())) {
      case RegisterPhone.Registered.Here(Guarded<Phone> made) ->
          ResponseEntity.created(URI.create(PHONES + "/" + made.id()))
              .eTag(ETags.of(made.version()))
              .body(json(made));
      case RegisterPhone.Registered.Known() ->
          throw FaceProblem.INVALID.problem().error("/number", "registered-already").exception();
      case RegisterPhone.Registered.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  @GetMapping(PHONES)
  Map<String, Object> list() {
    return Map.of("phones", listPhones.all().stream().map(PhonesController::json).toList());
  }

  @GetMapping(PHONE)
  ResponseEntity<Map<String, Object>> read(@PathVariable String id) {
    return done(listPhones.one(id).orElseThrow(FaceProblem.NOT_FOUND::exception));
  }

  @PostMapping(CONFIRM)
  ResponseEntity<Map<String, Object>> confirm(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return seen.first(
        version ->
            done(
                HttpConfirmation.of(
                    confirmPhone.confirm(id, version, Commands.of(command), caller.person()),
                    AlertProblem.PHONE_OVER)));
  }

  @PostMapping(CODE)
  ResponseEntity<Map<String, Object>> code(
      @PathVariable String id, RequestCommand command, Caller caller) {
    var outcome = provePhone.again(id, Commands.of(command), caller.person());
    if (outcome instanceof WriteOutcome.Kept(var _, var asked)
        && asked == ProvePhone.Asked.TOO_OFTEN) {
      throw AlertProblem.CODES_TOO_OFTEN.exception();
    }
    return done(goingOn(outcome));
  }

  @PostMapping(path = PROVE, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> prove(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    String code = fields.requiredText("code", SIX_DIGITS);
    fields.check();
    var outcome = provePhone.show(id, code, Commands.of(command), caller.person());
    return switch (outcome) {
      case WriteOutcome.Written(var now, var shown) -> shown(now, shown);
      case WriteOutcome.Kept(var now, var shown) -> shown(now, shown);
      case WriteOutcome.Repeated(var now, var _) ->
          shown(
              now,
              now.state().state() == Phone.State.LIVE
                  ? ProvePhone.Shown.LIVE
                  : ProvePhone.Shown.WRONG);
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.Stale(var _) -> throw FaceProblem.PRECONDITION_FAILED.exception();
    };
  }

  private static ResponseEntity<Map<String, Object>> shown(
      Guarded<Phone> now, ProvePhone.Shown shown) {
    return switch (shown) {
      case LIVE -> done(now);
      case WRONG -> throw FaceProblem.INVALID.problem().error("/code", "wrong-code").exception();
      case VOID, NOTHING -> {
        if (now.state().revokedAt() != null) {
          throw AlertProblem.PHONE_OVER.exception();
        }
        throw AlertProblem.CODE_VOID.exception();
      }
    };
  }

  @PostMapping(REVOKE)
  ResponseEntity<Map<String, Object>> revoke(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return done(there(now(endPhone.revoke(id, Commands.of(command), caller.person()))));
  }

  /** One that has not ended. */
  private static <R> Guarded<Phone> goingOn(WriteOutcome.OfRequest<Phone, R> outcome) {
    Guarded<Phone> now = there(now(outcome));
    if (now.state().revokedAt() != null) {
      throw AlertProblem.PHONE_OVER.exception();
    }
    return now;
  }

  private static Guarded<Phone> there(Guarded<Phone> phone) {
    if (phone.state().number() == null) {
      throw FaceProblem.NOT_FOUND.exception();
    }
    return phone;
  }

  private static <R> Guarded<Phone> now(WriteOutcome.OfRequest<Phone, R> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written(var now, var _) -> now;
      case WriteOutcome.Kept(var now, var _) -> now;
      case WriteOutcome.Repeated(var now, var _) -> now;
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.Stale(var _) -> throw FaceProblem.PRECONDITION_FAILED.exception();
    };
  }

  private RegisterPhone.PhoneWish wish(Fields fields) {
    String name = fields.requiredText("name", MAX_NAME);
    PhoneNumber number = number(fields);
    String country = fields.requiredCountry("country");
    if (Countries.has(country) && !country.equals(home.country())) {
      fields.wrong("country", "another-country");
    }
    List<String> regions = List.copyOf(fields.regions("regions", MAX_REGIONS, country));
    String language = fields.requiredText("language", 2);
    if (!PhoneCodes.LANGUAGES.contains(language)) {
      fields.wrong("language", "unknown-language");
    }
    Audience audience = fields.requiredCode("audience", AUDIENCES);
    boolean exercise = fields.requiredBoolean("exercise");
    fields.check();
    return new RegisterPhone.PhoneWish(
        name, number, country, regions, language, audience, exercise);
  }

  private PhoneNumber number(Fields fields) {
    String typed = fields.requiredText("number", MAX_NUMBER);
    if (typed.isBlank()) {
      return NOBODY;
    }
    Optional<String> e164 = NumberingPlans.e164(typed, home.country());
    if (e164.isEmpty()) {
      fields.wrong("number", "impossible-number");
      return NOBODY;
    }
    Optional<String> mobile = e164.flatMap(NumberingPlans::countryOfMobile);
    if (mobile.isEmpty()) {
      fields.wrong("number", "not-mobile");
    } else if (!home.countries().contains(mobile.get())) {
      fields.wrong("number", "another-country");
    }
    return new PhoneNumber(e164.get());
  }

  private static ResponseEntity<Map<String, Object>> done(Guarded<Phone> phone) {
    return ResponseEntity.ok().eTag(ETags.of(phone.version())).body(json(phone));
  }

  /** Without the code, sealed or not. */
  private static Map<String, Object> json(Guarded<Phone> found) {
    Phone phone = found.state();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", found.id());
    json.put("name", phone.name());
    json.put("number", phone.number() == null ? "" : phone.number().e164());
    json.put("country", phone.country());
    json.put("regions", phone.regions());
    json.put("language", phone.language());
    json.put("audience", phone.audience());
    json.put("exercise", phone.exercise());
    json.put("state", phone.state());
    json.put("registeredAt", phone.registeredAt().toString());
    if (phone.confirmed() != null) {
      json.put("confirmedAt", phone.confirmed().at().toString());
    }
    PhoneProof proof = phone.proof();
    if (!proof.sentAt().isEmpty()) {
      put(json, "codeSentAt", proof.sentAt().getLast());
    }
    if (proof.reason() != null) {
      json.put("lastFailure", proof.reason());
    }
    put(json, "liveAt", proof.at());
    put(json, "revokedAt", phone.revokedAt());
    return json;
  }

  private static void put(Map<String, Object> json, String name, @Nullable Instant at) {
    if (at != null) {
      json.put(name, at.toString());
    }
  }
}
