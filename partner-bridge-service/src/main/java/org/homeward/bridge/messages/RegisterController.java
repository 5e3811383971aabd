package org.homeward.bridge.messages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.desk.ViewHandovers;
import org.homeward.durable.document.Guarded;
import org.homeward.face.access.Caller;
import org.homeward.face.problem.FaceProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows the register of disclosures: what a partner was told and when, without the words. */
@RestController
final class RegisterController {

  private final ViewHandovers viewHandovers;
  private final MessageLog log;

  RegisterController(ViewHandovers viewHandovers, MessageLog log) {
    this.viewHandovers = viewHandovers;
    this.log = log;
  }

  @GetMapping("/api/v1/handovers/{id}/disclosures")
  Map<String, Object> disclosures(@PathVariable String id, Caller caller) {
    Guarded<Handover> found =
        viewHandovers.one(id, caller).orElseThrow(FaceProblem.NOT_FOUND::exception).handover();
    return Map.of(
        "handover",
        found.id(),
        "disclosures",
        log.register(id).stream().map(RegisterController::json).toList());
  }

  private static Map<String, Object> json(MessageLog.RegisterEntry told) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", told.at().toString());
    json.put("type", told.type());
    put(json, "seq", told.seq() == 0 ? null : told.seq());
    put(json, "scope", told.scope());
    json.put("fields", List.copyOf(told.fields()));
    put(json, "basis", told.basis());
    put(json, "leaseUntil", told.leaseUntil() == null ? null : told.leaseUntil().toString());
    return json;
  }

  private static void put(Map<String, Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
