package org.homeward.alert.subscribers.sms;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.subscribers.organisations.HttpEntries;
import org.homeward.alert.subscribers.organisations.OrganisationWish;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.codes.NumberingPlans;
import org.homeward.schema.people.PhoneNumber;
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

  static final HttpEntries.Kind<Phone> KIND =
      new HttpEntries.Kind<>(PHONES, AlertProblem.PHONE_OVER, PhonesController::rest);

  private static final int MAX_NUMBER = 30;
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

  /** Stands in for a number that is refused. */
  private static final PhoneNumber NOBODY = new PhoneNumber("+10000000000");

  private final HttpEntries<Phone> phones;
  private final RegisterPhone registerPhone;
  private final ProvePhone<Phone> provePhone;
  private final EndPhone<Phone> endPhone;
  private final String country;

  /**
   * @param country of the node that tells them, ISO 3166-1 alpha-2
   */
  PhonesController(
      HttpEntries<Phone> phones,
      RegisterPhone registerPhone,
      ProvePhone<Phone> provePhone,
      EndPhone<Phone> endPhone,
      String country) {
    this.phones = phones;
    this.registerPhone = registerPhone;
    this.provePhone = provePhone;
    this.endPhone = endPhone;
    this.country = country;
  }

  @PostMapping(path = PHONES, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> register(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    PhoneNumber number = number(fields);
    OrganisationWish wish = OrganisationWish.of(fields, country);
    fields.check();
    return switch (registerPhone.register(wish, number, Commands.of(command), caller.person())) {
      case RegisterPhone.Registered.Here(Guarded<Phone> made) ->
          phones.created(made, phones.json(made));
      case RegisterPhone.Registered.Known() ->
          throw FaceProblem.INVALID.problem().error("/number", "registered-already").exception();
      case RegisterPhone.Registered.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  @GetMapping(PHONES)
  Map<String, Object> list() {
    return phones.list();
  }

  @GetMapping(PHONE)
  ResponseEntity<Map<String, Object>> read(@PathVariable String id) {
    return phones.read(id);
  }

  @PostMapping(CONFIRM)
  ResponseEntity<Map<String, Object>> confirm(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return phones.confirm(id, seen, command, caller);
  }

  @PostMapping(CODE)
  ResponseEntity<Map<String, Object>> code(
      @PathVariable String id, RequestCommand command, Caller caller) {
    var outcome = provePhone.again(id, Commands.of(command), caller.person());
    if (outcome instanceof WriteOutcome.Kept(var _, var asked)
        && asked == ProvePhone.Asked.TOO_OFTEN) {
      throw AlertProblem.CODES_TOO_OFTEN.exception();
    }
    return phones.done(phones.goingOn(outcome));
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

  private ResponseEntity<Map<String, Object>> shown(Guarded<Phone> now, ProvePhone.Shown shown) {
    return switch (shown) {
      case LIVE -> phones.done(now);
      case WRONG -> throw FaceProblem.INVALID.problem().error("/code", "wrong-code").exception();
      case VOID, NOTHING -> {
        if (now.state().over() != null) {
          throw AlertProblem.PHONE_OVER.exception();
        }
        throw AlertProblem.CODE_VOID.exception();
      }
    };
  }

  @PostMapping(REVOKE)
  ResponseEntity<Map<String, Object>> revoke(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return phones.done(phones.now(endPhone.revoke(id, Commands.of(command), caller.person())));
  }

  /** One of the node's own country: what a case says of a country counts for the number too. */
  private PhoneNumber number(Fields fields) {
    String typed = fields.requiredText("number", MAX_NUMBER);
    if (typed.isBlank()) {
      return NOBODY;
    }
    Optional<String> e164 = NumberingPlans.e164(typed, country);
    if (e164.isEmpty()) {
      fields.wrong("number", "impossible-number");
      return NOBODY;
    }
    Optional<String> mobile = e164.flatMap(NumberingPlans::countryOfMobile);
    if (mobile.isEmpty()) {
      fields.wrong("number", "not-mobile");
      return NOBODY;
    }
    if (!country.equals(mobile.get())) { // upholds 6
      fields.wrong("number", "another-country");
      return NOBODY;
    }
    return new PhoneNumber(e164.get());
  }

  /** Without the code, sealed or not. */
  private static void rest(Phone phone, Map<String, Object> json) {
    json.put("number", phone.number() == null ? "" : phone.number().e164());
    PhoneProof proof = phone.proof();
    if (!proof.sentAt().isEmpty()) {
      HttpEntries.put(json, "codeSentAt", proof.sentAt().getLast());
    }
    if (proof.reason() != null) {
      json.put("lastFailure", proof.reason());
    }
    HttpEntries.put(json, "revokedAt", phone.revokedAt());
  }
}
