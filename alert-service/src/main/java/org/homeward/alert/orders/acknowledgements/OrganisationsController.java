package org.homeward.alert.orders.acknowledgements;

import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.alert.orders.alerts.SeeAlert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.copies.CaseViewer;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.disclosure.Purpose;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows which organisations have answered an alert, and takes what they say on the telephone. */
@RestController
class OrganisationsController {

  static final String ORGANISATIONS = "/api/v1/alerts/{id}/answers";
  static final String SILENT = "/api/v1/answers";

  private static final Role[] STAFF = {Role.SUPERVISOR, Role.AUTHORITY, Role.OPERATOR};
  private static final int LARGEST = Integer.MAX_VALUE;

  private final SeeAlert seeAlert;
  private final ListOrganisations listOrganisations;
  private final CountSilent countSilent;
  private final TakeAnswer takeAnswer;
  private final Clock clock;

  OrganisationsController(
      SeeAlert seeAlert,
      ListOrganisations listOrganisations,
      CountSilent countSilent,
      TakeAnswer takeAnswer,
      Clock clock) {
    this.seeAlert = seeAlert;
    this.listOrganisations = listOrganisations;
    this.countSilent = countSilent;
    this.takeAnswer = takeAnswer;
    this.clock = clock;
  }

  @GetMapping(ORGANISATIONS)
  Map<String, Object> list(@PathVariable String id, Caller caller) {
    return json(seen(id, caller));
  }

  @PostMapping(path = ORGANISATIONS, consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> heard(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    long number = fields.requiredNumber("number", 1, LARGEST);
    Word.Says says = fields.requiredCode("says", EnumSet.allOf(Word.Says.class));
    fields.check();
    SeenAlert alert = seen(id, caller);
    boolean isOne = listOrganisations.of(alert).stream().anyMatch(each -> each.number() == number);
    if (!isOne) {
      throw FaceProblem.INVALID.problem().error("/number", "unknown-organisation").exception();
    }
    var word = new Word(says, Word.Way.STAFF, clock.instant(), caller.person());
    return switch (takeAnswer.take(alert.id(), number, word, Commands.of(command))) {
      case DONE -> {
        countSilent.countAnew();
        yield heard(alert, true);
      }
      case KEPT -> heard(alert, false);
      case NO_ALERT -> throw FaceProblem.NOT_FOUND.exception();
      case KEY_REUSED -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  /** Alerts whose organisations are silent, for the list of tasks; no organisation is named. */
  @GetMapping(SILENT)
  Map<String, Object> silent(Caller caller) {
    Map<String, Integer> counts = countSilent.byAlert();
    List<Map<String, Object>> all =
        seeAlert
            .seeAmong( // upholds 6, 10
                counts.keySet(), CaseViewer.of(caller, Purpose.VOLUNTEER_ALERT, STAFF))
            .stream()
            .sorted()
            .map(
                alert ->
                    Map.<String, Object>of("alert", alert, "silent", counts.getOrDefault(alert, 0)))
            .toList();
    return Map.of("alerts", all);
  }

  private SeenAlert seen(String id, Caller caller) {
    return seeAlert
        .see(id, CaseViewer.of(caller, Purpose.VOLUNTEER_ALERT, STAFF))
        .orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private Map<String, Object> heard(SeenAlert alert, boolean counts) {
    Map<String, Object> json = new LinkedHashMap<>(json(alert));
    json.put("written", counts);
    return json;
  }

  private Map<String, Object> json(SeenAlert alert) {
    List<Organisation> all = listOrganisations.of(alert);
    return Map.of(
        "silent",
        all.stream().filter(Organisation::silent).count(),
        "organisations",
        all.stream().map(OrganisationsController::json).toList());
  }

  private static Map<String, Object> json(Organisation organisation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", organisation.number());
    json.put("channel", organisation.channel());
    json.put("name", organisation.name());
    json.put("has", organisation.has());
    json.put("silent", organisation.silent());
    organisation
        .word()
        .ifPresent(
            word -> {
              json.put("says", word.says());
              json.put("way", word.way());
              json.put("at", word.at().toString());
              if (word.by() != null) {
                json.put("by", word.by());
              }
            });
    return json;
  }
}
