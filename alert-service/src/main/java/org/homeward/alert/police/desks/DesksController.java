package org.homeward.alert.police.desks;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Police desks: registered and revoked by an administrator, confirmed by a supervisor. */
@RestController
class DesksController {

  private static final String DESKS = "/api/v1/desks";
  private static final int MAX_NAME = 80;

  private final RegisterDesk registerDesk;
  private final ConfirmEntry<Desk> confirmDesk;
  private final RenewDesk renewDesk;
  private final RevokeDesk revokeDesk;
  private final ListDesks listDesks;
  private final ListNoticesRead listNoticesRead;
  private final NameNotices nameNotices;
  private final String country;
  private final Clock clock;

  DesksController(
      RegisterDesk registerDesk,
      ConfirmEntry<Desk> confirmDesk,
      RenewDesk renewDesk,
      RevokeDesk revokeDesk,
      ListDesks listDesks,
      ListNoticesRead listNoticesRead,
      NameNotices nameNotices,
      String country,
      Clock clock) {
    this.registerDesk = registerDesk;
    this.confirmDesk = confirmDesk;
    this.renewDesk = renewDesk;
    this.revokeDesk = revokeDesk;
    this.listDesks = listDesks;
    this.listNoticesRead = listNoticesRead;
    this.nameNotices = nameNotices;
    this.country = country;
    this.clock = clock;
  }

  @PostMapping(path = DESKS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> register(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    RegisterDesk.DeskWish wish = wish(Fields.of(body));
    return switch (registerDesk.register(wish, Commands.of(command), caller.person())) {
      case RegisterDesk.Registered.Now(Guarded<Desk> desk, var key) -> {
        Map<String, Object> shown = json(desk);
        shown.put("key", key.text());
        yield created(desk, shown);
      }
      case RegisterDesk.Registered.Before(Guarded<Desk> desk) -> created(desk, json(desk));
      case RegisterDesk.Registered.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  @GetMapping(DESKS)
  Map<String, Object> list() {
    List<Map<String, Object>> desks = listDesks.all().stream().map(this::json).toList();
    return Map.of("desks", desks);
  }

  @GetMapping(DESKS + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id) {
    Guarded<Desk> desk = listDesks.one(id).orElseThrow(FaceProblem.NOT_FOUND::exception);
    return ResponseEntity.ok().eTag(ETags.of(desk.version())).body(json(desk));
  }

  @PostMapping(DESKS + "/{id}/confirm")
  ResponseEntity<Map<String, Object>> confirm(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return seen.first(
        version ->
            done(
                HttpConfirmation.of(
                    confirmDesk.confirm(id, version, Commands.of(command), caller.person()),
                    AlertProblem.DESK_OVER)));
  }

  @PostMapping(path = DESKS + "/{id}/renew", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> renew(
      @PathVariable String id,
      @RequestBody byte[] body,
      IfMatch seen,
      RequestCommand command,
      Caller caller) {
    Fields fields = Fields.of(body);
    int validDays = fields.requiredNumber("validDays", 1, RegisterDesk.MAX_DAYS);
    fields.check();
    return seen.first(
        version ->
            switch (renewDesk.renew(
                id, validDays, version, Commands.of(command), caller.person())) {
              case WriteOutcome.Written(var now, var key) -> {
                Map<String, Object> shown = json(now);
                shown.put("key", key.text());
                yield ResponseEntity.ok().eTag(ETags.of(now.version())).body(shown);
              }
              case WriteOutcome.Kept(var now, var _) -> done(now);
              case WriteOutcome.Repeated(var now, var _) -> done(now);
              case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
              case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
              case WriteOutcome.Stale(var _) -> throw FaceProblem.PRECONDITION_FAILED.exception();
            });
  }

  /** The key ends first; then the answer says what it has read. */
  @PostMapping(DESKS + "/{id}/revoke")
  ResponseEntity<Map<String, Object>> revoke(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return switch (revokeDesk.revoke(id, Commands.of(command), caller.person())) {
      case WriteOutcome.Written(var now, var _) -> revoked(now, caller);
      case WriteOutcome.Kept(var now, var _) -> revoked(now, caller);
      case WriteOutcome.Repeated(var now, var _) -> revoked(now, caller);
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.Stale(var _) -> throw FaceProblem.PRECONDITION_FAILED.exception();
    };
  }

  private RegisterDesk.DeskWish wish(Fields fields) {
    String name = fields.requiredText("name", MAX_NAME);
    Fields place = fields.inner("jurisdiction");
    String responsible = place.requiredCountry("country");
    var jurisdiction = new Jurisdiction(responsible, place.region("region", responsible));
    place.noOthers();
    boolean exercise = fields.requiredBoolean("exercise");
    int validDays = fields.requiredNumber("validDays", 1, RegisterDesk.MAX_DAYS);
    fields.check();
    if (!jurisdiction.country().equals(country)) {
      throw AlertProblem.DESK_ABROAD
          .problem()
          .error("/jurisdiction/country", "not-this-country")
          .exception();
    }
    return new RegisterDesk.DeskWish(name, jurisdiction, exercise, validDays);
  }

  private ResponseEntity<Map<String, Object>> created(
      Guarded<Desk> desk, Map<String, Object> shown) {
    return ResponseEntity.created(URI.create(DESKS + "/" + desk.id()))
        .eTag(ETags.of(desk.version()))
        .body(shown);
  }

  private ResponseEntity<Map<String, Object>> revoked(Guarded<Desk> desk, Caller caller) {
    List<NoticeRead> all = listNoticesRead.by(desk.id(), caller.person());
    Map<String, String> names = nameNotices.of(all.stream().map(NoticeRead::notice).toList());
    Map<String, Object> json = json(desk);
    json.put("read", all.stream().map(each -> read(each, names.get(each.notice()))).toList());
    return ResponseEntity.ok().eTag(ETags.of(desk.version())).body(json);
  }

  private static Map<String, Object> read(NoticeRead read, @Nullable String reference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("notice", read.notice());
    if (reference != null) {
      json.put("reference", reference);
    }
    json.put("first", read.first().toString());
    json.put("last", read.last().toString());
    json.put("times", read.times());
    return json;
  }

  private ResponseEntity<Map<String, Object>> done(Guarded<Desk> desk) {
    return ResponseEntity.ok().eTag(ETags.of(desk.version())).body(json(desk));
  }

  /** Neither the key nor its hash. */
  private Map<String, Object> json(Guarded<Desk> desk) {
    Desk state = desk.state();
    Map<String, Object> jurisdiction = new LinkedHashMap<>();
    jurisdiction.put("country", state.jurisdiction().country());
    if (state.jurisdiction().region() != null) {
      jurisdiction.put("region", state.jurisdiction().region());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", desk.id());
    json.put("name", state.name());
    json.put("jurisdiction", jurisdiction);
    json.put("exercise", state.exercise());
    json.put("standing", state.standing(clock.instant()));
    json.put("createdAt", state.createdAt().toString());
    json.put("expiresAt", state.expiresAt().toString());
    if (state.confirmed() != null) {
      json.put("confirmedAt", state.confirmed().at().toString());
    }
    if (state.renewal() != null) {
      json.put("renewal", Map.of("expiresAt", state.renewal().expiresAt().toString()));
    }
    if (state.revokedAt() != null) {
      json.put("revokedAt", state.revokedAt().toString());
    }
    return json;
  }
}
