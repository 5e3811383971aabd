package org.homeward.alert.orders.takers;

import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.takers.EnterTaker.Entered;
import org.homeward.alert.orders.takers.EnterTaker.TakerWish;
import org.homeward.alert.orders.takers.RecordCall.Recorded;
import org.homeward.alert.orders.takers.SeeTakers.SeenTaker;
import org.homeward.alert.orders.takers.SeeTakers.ToCall;
import org.homeward.copies.CaseViewer;
import org.homeward.durable.document.Guarded;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.people.PhoneNumber;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The register of posters: who took how many, where they hang, and who has to be called. */
@RestController
class PosterTakersController {

  static final String OF_ALERT = "/api/v1/alerts/{id}/posters";
  static final String TO_CALL = "/api/v1/posters";
  static final String CALLS = TO_CALL + "/{id}/calls";

  private static final Role[] STAFF = {Role.SUPERVISOR, Role.AUTHORITY, Role.OPERATOR};
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_PLACES = 1_000;
  private static final int MOST_COPIES = 10_000;

  private final SeeAlert seeAlert;
  private final SeeTakers seeTakers;
  private final EnterTaker enterTaker;
  private final RecordCall recordCall;

  PosterTakersController(
      SeeAlert seeAlert, SeeTakers seeTakers, EnterTaker enterTaker, RecordCall recordCall) {
    this.seeAlert = seeAlert;
    this.seeTakers = seeTakers;
    this.enterTaker = enterTaker;
    this.recordCall = recordCall;
  }

  @PostMapping(path = OF_ALERT, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> enter(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    TakerWish wish = wish(Fields.of(body));
    SeenAlert alert = seen(id, caller);
    return switch (enterTaker.enter(alert, wish, Commands.of(command), caller.person())) {
      case Entered.Done(Guarded<PosterTaker> taker) ->
          ResponseEntity.created(URI.create(OF_ALERT.replace("{id}", alert.id())))
              .body(json(taker));
      case Entered.NoPosters() -> throw AlertProblem.NO_POSTERS_OF_IT.exception();
      case Entered.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private static TakerWish wish(Fields fields) {
    String name = fields.text("name", LONGEST_NAME);
    String organisation = fields.text("organisation", LONGEST_NAME);
    String phone = fields.requiredText("phone", PHONE);
    int copies = fields.requiredNumber("copies", 1, MOST_COPIES);
    String places = fields.requiredLines("places", LONGEST_PLACES);
    if (name == null && organisation == null) {
      fields.wrong("name", "name-or-organisation");
    }
    fields.check();
    var contact = new PosterTaker.Contact(name, organisation, new PhoneNumber(phone));
    return new TakerWish(contact, copies, places);
  }

  @GetMapping(OF_ALERT)
  Map<String, Object> ofAlert(@PathVariable String id, Caller caller) {
    return Map.of(
        "posters",
        seeTakers.of(seen(id, caller)).stream().map(PosterTakersController::json).toList());
  }

  @GetMapping(TO_CALL)
  Map<String, Object> toCall(Caller caller) {
    List<ToCall> all = seeTakers.toCall(CaseViewer.of(caller, Purpose.PUBLIC_ALERT, STAFF));
    return Map.of("posters", all.stream().map(PosterTakersController::json).toList());
  }

  @PostMapping(path = CALLS, consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> called(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    var outcome = fields.requiredCode("outcome", EnumSet.allOf(PosterTaker.Outcome.class));
    fields.check();
    SeenTaker taker =
        seeTakers
            .see(id, CaseViewer.of(caller, Purpose.PUBLIC_ALERT, STAFF))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return switch (recordCall.record(taker, outcome, Commands.of(command), caller.person())) {
      case Recorded.Done(Guarded<PosterTaker> now) -> json(now);
      case Recorded.Gone() -> throw FaceProblem.NOT_FOUND.exception();
      case Recorded.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  private SeenAlert seen(String id, Caller caller) {
    return seeAlert
        .see(id, CaseViewer.of(caller, Purpose.VOLUNTEER_ALERT, STAFF))
        .orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private static Map<String, Object> json(ToCall toCall) {
    Map<String, Object> json = json(toCall.document());
    json.put("why", toCall.why().name());
    return json;
  }

  private static Map<String, Object> json(Guarded<PosterTaker> taker) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("poster", taker.id());
    json.put("alert", taker.state().alert());
    switch (taker.state()) {
      case PosterTaker.Known known -> {
        json.put("status", "KNOWN");
        json.put("code", known.code());
        json.put("exercise", known.exercise());
        if (known.contact().name() != null) {
          json.put("name", known.contact().name());
        }
        if (known.contact().organisation() != null) {
          json.put("organisation", known.contact().organisation());
        }
        json.put("phone", known.contact().phone().e164());
        json.put("copies", known.copies());
        json.put("places", known.places());
        json.put("by", known.by());
        json.put("at", known.at().toString());
        json.put("calls", known.calls().stream().map(PosterTakersController::json).toList());
      }
      case PosterTaker.Forgotten forgotten -> {
        json.put("status", "FORGOTTEN");
        json.put("month", forgotten.month().toString());
      }
    }
    return json;
  }

  private static Map<String, Object> json(PosterTaker.Call call) {
    return Map.of("at", call.at().toString(), "by", call.by(), "outcome", call.outcome().name());
  }
}
