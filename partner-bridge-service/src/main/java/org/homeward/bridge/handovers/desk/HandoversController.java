package org.homeward.bridge.handovers.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Held;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.problems.BridgeProblem;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.ListOrder;
import org.homeward.durable.document.ListPage;
import org.homeward.durable.document.ListWalk;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.homeward.frame.web.PageLimit;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.snapshots.HandoverStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows where handovers stand. */
@RestController
final class HandoversController {

  static final String HANDOVERS = "/api/v1/handovers";

  private static final Set<String> ROLES = Set.of("OWNER", "HOLDER");

  private final ViewHandovers viewHandovers;

  HandoversController(ViewHandovers viewHandovers) {
    this.viewHandovers = viewHandovers;
  }

  @GetMapping(HANDOVERS)
  Map<String, Object> list(
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(name = "case", defaultValue = "") String caseId,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = PageLimit.DEFAULT) String limit,
      Caller caller) {
    int most = PageLimit.of(limit);
    HandoverStatus only = status(status);
    if (!role.isEmpty()) {
      if (only != null || !caseId.isEmpty()) {
        throw refused("/role", "not-beside-another");
      }
      return list(viewHandovers.awaited(walk(role, after), most, caller));
    }
    ViewHandovers.Page page =
        caseId.isEmpty()
            ? viewHandovers.page(only, after, most, caller)
            : viewHandovers.ofCase(caseId, only, after, most, caller);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("handovers", page.handovers().stream().map(HandoverJson::line).toList());
    page.next().ifPresent(next -> answer.put("next", next));
    return answer;
  }

  private static Map<String, Object> list(ListPage<Handover> page) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("handovers", page.documents().stream().map(HandoverJson::line).toList());
    page.next().ifPresent(next -> answer.put("next", next.text()));
    return answer;
  }

  private static ListWalk walk(String role, String after) {
    if (!ROLES.contains(role)) {
      throw refused("/role", "unknown-code");
    }
    ListWalk top = ListWalk.of(ListOrder.RANK, role);
    if (after.isEmpty()) {
      return top;
    }
    ListWalk walk = ListWalk.of(after).orElseThrow(() -> refused("/after", "unknown-place"));
    if (walk.order() != top.order() || !walk.value().equals(top.value())) {
      throw refused("/after", "place-in-another-list");
    }
    return walk;
  }

  @GetMapping(HANDOVERS + "/{id}/content")
  Map<String, Object> content(@PathVariable String id, Caller caller) {
    Guarded<Handover> found = found(id, caller).handover();
    return switch (found.state()) {
      case Held held -> HandoverJson.content(found, held);
      case Owned _ -> throw BridgeProblem.NOT_THE_HOLDER.exception();
    };
  }

  @GetMapping(HANDOVERS + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    Guarded<Handover> found = found(id, caller).handover();
    return ResponseEntity.ok().eTag(ETags.of(found.version())).body(HandoverJson.whole(found));
  }

  @GetMapping(HANDOVERS + "/{id}/receipt")
  ResponseEntity<byte[]> receipt(@PathVariable String id, Caller caller) {
    ReceiptProof proof =
        Optional.of(found(id, caller).state())
            .map(state -> state instanceof Owned owned ? owned.share().statement() : null)
            .orElseThrow(BridgeProblem.NO_RECEIPT_YET::exception);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(proof.write());
  }

  private ViewHandovers.SeenHandover found(String id, Caller caller) {
    return viewHandovers.one(id, caller).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private static @Nullable HandoverStatus status(String text) {
    if (text.isEmpty()) {
      return null;
    }
    for (HandoverStatus status : HandoverStatus.values()) {
      if (status.name().equals(text)) {
        return status;
      }
    }
    throw refused("/status", "unknown-code");
  }

  private static ProblemException refused(String pointer, String rule) {
    return FaceProblem.INVALID.problem().error(pointer, rule).exception();
  }
}
