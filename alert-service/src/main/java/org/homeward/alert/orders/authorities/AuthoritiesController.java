package org.homeward.alert.orders.authorities;

import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.orders.authorities.RegisterAuthority.Registered;
import org.homeward.alert.registers.ConfirmEntry;
import org.homeward.alert.registers.HttpConfirmation;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.codes.NumberingPlans;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register of those who may order alerts: kept by administrators, confirmed by supervisors, and
 * read by everybody who relies on it.
 */
@RestController
class AuthoritiesController {

  private static final String AUTHORITIES = "/api/v1/authorities";
  private static final int MAX_OFFICE = 120;
  private static final int MAX_PERSONS = 50;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{1,22}[0-9]");

  private final RegisterAuthority registerAuthority;
  private final ConfirmEntry<Authority> confirmAuthority;
  private final RevokeAuthority revokeAuthority;
  private final ReadAuthorities readAuthorities;
  private final Clock clock;

  AuthoritiesController(
      RegisterAuthority registerAuthority,
      ConfirmEntry<Authority> confirmAuthority,
      RevokeAuthority revokeAuthority,
      ReadAuthorities readAuthorities,
      Clock clock) {
    this.registerAuthority = registerAuthority;
    this.confirmAuthority = confirmAuthority;
    this.revokeAuthority = revokeAuthority;
    this.readAuthorities = readAuthorities;
    this.clock = clock;
  }

  @PostMapping(path = AUTHORITIES, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> register(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    RegisterAuthority.AuthorityWish wish = wish(Fields.of(body));
    return switch (registerAuthority.register(wish, Commands.of(command), caller.person())) {
      case Registered.Entered(Guarded<Authority> entered) ->
          ResponseEntity.created(URI.create(AUTHORITIES + "/" + entered.id()))
              .eTag(ETags.of(entered.version()))
              .body(json(entered));
      case Registered.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case Registered.OneOfItsPersons() -> throw wrong("/persons", "own-person");
      case Registered.Abroad() -> throw wrong("/country", "not-this-country");
      case Registered.BadEnd() -> throw wrong("/until", "out-of-range");
    };
  }

  @GetMapping(AUTHORITIES)
  Map<String, Object> list() {
    List<Map<String, Object>> all = readAuthorities.all().stream().map(this::json).toList();
    return Map.of("authorities", all);
  }

  @GetMapping(AUTHORITIES + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id) {
    return done(readAuthorities.one(id).orElseThrow(FaceProblem.NOT_FOUND::exception));
  }

  @PostMapping(AUTHORITIES + "/{id}/confirm")
  ResponseEntity<Map<String, Object>> confirm(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return seen.first(
        version ->
            done(
                HttpConfirmation.of(
                    confirmAuthority.confirm(id, version, Commands.of(command), caller.person()),
                    AlertProblem.AUTHORITY_OVER)));
  }

  @PostMapping(AUTHORITIES + "/{id}/revoke")
  ResponseEntity<Map<String, Object>> revoke(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return switch (revokeAuthority.revoke(id, Commands.of(command), caller.person())) {
      case WriteOutcome.Written(var now, var _) -> done(now);
      case WriteOutcome.Kept(var now, var _) -> done(now);
      case WriteOutcome.Repeated(var now, var _) -> done(now);
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.Stale(var _) -> throw FaceProblem.PRECONDITION_FAILED.exception();
    };
  }

  private static RegisterAuthority.AuthorityWish wish(Fields fields) {
    var wish =
        new RegisterAuthority.AuthorityWish(
            fields.requiredText("office", MAX_OFFICE),
            fields.requiredCountry("country"),
            fields.requiredText("callBack", PHONE),
            fields.codes("powers", EnumSet.allOf(Power.class)),
            fields.texts("persons", MAX_PERSONS, Authority.PERSON),
            fields.requiredInstant("until"));
    if (PHONE.matcher(wish.callBack()).matches()
        && !NumberingPlans.isPossible(wish.callBack(), wish.country())) {
      fields.wrong("callBack", "impossible-number");
    }
    if (wish.powers().isEmpty()) {
      fields.wrong("powers", "required");
    }
    if (wish.persons().isEmpty()) {
      fields.wrong("persons", "required");
    }
    fields.check();
    return wish;
  }

  private static ProblemException wrong(String pointer, String rule) {
    return FaceProblem.INVALID.problem().error(pointer, rule).exception();
  }

  private ResponseEntity<Map<String, Object>> done(Guarded<Authority> authority) {
    return ResponseEntity.ok().eTag(ETags.of(authority.version())).body(json(authority));
  }

  private Map<String, Object> json(Guarded<Authority> entry) {
    Authority state = entry.state();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", entry.id());
    json.put("office", state.office());
    json.put("country", state.country());
    json.put("callBack", state.callBack());
    json.put("powers", state.powers().stream().map(Power::name).sorted().toList());
    json.put("persons", state.personsInOrder());
    json.put("standing", state.standing(clock.instant()));
    json.put("createdAt", state.createdAt().toString());
    json.put("until", state.until().toString());
    if (state.confirmed() != null) {
      json.put("confirmedAt", state.confirmed().at().toString());
    }
    if (state.revokedAt() != null) {
      json.put("revokedAt", state.revokedAt().toString());
    }
    return json;
  }
}
