package org.homeward.alert.orders.alerts;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.orders.preview.AlertWish;
import org.homeward.alert.orders.preview.Preview;
import org.homeward.alert.orders.preview.ReadAlertWish;
import org.homeward.alert.sight.SeeCase;
import org.homeward.alert.sight.SeenCase;
import org.homeward.copies.CaseViewer;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.frame.web.PageLimit;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.values.Audience;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alerts are written and shown. */
@RestController
class AlertsController {

  static final String ALERTS = "/api/v1/alerts";

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
  private static final Role[] READERS = {Role.SUPERVISOR, Role.AUTHORITY, Role.OPERATOR, Role.DPO};

  private final DraftAlert draftAlert;
  private final RewriteAlert rewriteAlert;
  private final ShowAlerts showAlerts;
  private final SeeAlert seeAlert;
  private final SeeCase seeCase;
  private final AlertJson json;
  private final ReadAlertWish wishes;

  AlertsController(
      DraftAlert draftAlert,
      RewriteAlert rewriteAlert,
      ShowAlerts showAlerts,
      SeeAlert seeAlert,
      SeeCase seeCase,
      AlertJson json,
      ReadAlertWish wishes) {
    this.draftAlert = draftAlert;
    this.rewriteAlert = rewriteAlert;
    this.showAlerts = showAlerts;
    this.seeAlert = seeAlert;
    this.seeCase = seeCase;
    this.json = json;
    this.wishes = wishes;
  }

  @PostMapping(path = ALERTS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> draft(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    String caseId = fields.requiredText("case", ID);
    AlertWish wish = wishes.whole(fields);
    SeenCase seen =
        seeCase
            .see(caseId, CaseViewer.of(caller, purpose(wish.to()), Role.SUPERVISOR))
            .orElseThrow(AlertProblem.NOT_KNOWN_HERE_YET::exception);
    var made =
        new SeenAlert(seen, AlertRefusals.done(draftAlert.draft(seen, wish, Commands.of(command))));
    return ResponseEntity.created(URI.create(ALERTS + "/" + made.id()))
        .eTag(ETags.of(made.version()))
        .body(json.whole(made));
  }

  private static Purpose purpose(Audience readers) {
    return readers == Audience.PUBLIC ? Purpose.PUBLIC_ALERT : Purpose.VOLUNTEER_ALERT;
  }

  @PatchMapping(path = ALERTS + "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> amend(
      @PathVariable String id, @RequestBody byte[] body, IfMatch seen, Caller caller) {
    var changes = wishes.changes(Fields.of(body), true);
    SeenAlert alert = seen(id, caller, Purpose.VOLUNTEER_ALERT, Role.SUPERVISOR);
    return seen.first(
        version ->
            shown(alert.now(AlertRefusals.done(rewriteAlert.amend(alert, version, changes)))));
  }

  @PostMapping(path = ALERTS + "/{id}/updates", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> update(
      @PathVariable String id, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    var changes = wishes.changes(Fields.of(body), false);
    SeenAlert alert = seen(id, caller, Purpose.VOLUNTEER_ALERT, Role.SUPERVISOR);
    return shown(
        alert.now(AlertRefusals.done(rewriteAlert.update(alert, changes, Commands.of(command)))));
  }

  @GetMapping(ALERTS)
  Map<String, Object> list(
      @RequestParam(name = "case", required = false) Optional<String> caseId,
      @RequestParam(name = "state", required = false) Optional<String> state,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "limit", defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    int most = PageLimit.of(limit);
    CaseViewer viewer = CaseViewer.of(caller, Purpose.CASE_WORK, READERS);
    if (state.isPresent()) {
      return queue(queue(state.get(), caseId), after, most, viewer);
    }
    List<SeenAlert> page = showAlerts.page(caseId, after, most, viewer);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("alerts", page.stream().map(json::line).toList());
    if (page.size() == most) {
      answer.put("next", page.getLast().id());
    }
    return answer;
  }

  /** Those of one case are few, and are asked for by the case alone. */
  private static ShowAlerts.Queue queue(String state, Optional<String> caseId) {
    if (caseId.isPresent()) {
      throw FaceProblem.INVALID.problem().error("/state", "not-with-case").exception();
    }
    for (ShowAlerts.Queue queue : ShowAlerts.Queue.values()) {
      if (queue.name().equals(state)) {
        return queue;
      }
    }
    throw FaceProblem.INVALID.problem().error("/state", "unknown-state").exception();
  }

  private Map<String, Object> queue(
      ShowAlerts.Queue queue, String after, int most, CaseViewer viewer) {
    Optional<ShowAlerts.Queue.Place> place = ShowAlerts.Queue.Place.of(after);
    if (place.isEmpty() && !after.isEmpty()) {
      throw AlertProblem.BAD_CURSOR.exception();
    }
    List<SeenAlert> page = showAlerts.queue(queue, place, most, viewer);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("alerts", page.stream().map(json::inQueue).toList());
    if (page.size() == most) {
      answer.put("next", ShowAlerts.Queue.Place.of(page.getLast().alert()).text());
    }
    return answer;
  }

  @GetMapping(ALERTS + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    return shown(seen(id, caller, Purpose.CASE_WORK, READERS));
  }

  /** The exact bytes, with their hash as the entity tag. */
  @GetMapping(path = ALERTS + "/{id}/preview", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> preview(@PathVariable String id, Caller caller) {
    Preview preview =
        ShowAlerts.preview(
                seen(id, caller, Purpose.VOLUNTEER_ALERT, Role.AUTHORITY, Role.SUPERVISOR))
            .orElseThrow(FaceProblem.NOT_FOUND::exception);
    return ResponseEntity.ok().eTag(ETags.of(preview.hash())).body(preview.bytes());
  }

  /** The same as their readers get it. */
  @GetMapping(ALERTS + "/{id}/mails")
  Map<String, Object> mails(@PathVariable String id, Caller caller) {
    return json.mails(seen(id, caller, Purpose.VOLUNTEER_ALERT, Role.AUTHORITY, Role.SUPERVISOR))
        .orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private SeenAlert seen(String id, Caller caller, Purpose purpose, Role... roles) {
    return seeAlert
        .see(id, CaseViewer.of(caller, purpose, roles))
        .orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private ResponseEntity<Map<String, Object>> shown(SeenAlert alert) {
    return ResponseEntity.ok().eTag(ETags.of(alert.version())).body(json.whole(alert));
  }
}
