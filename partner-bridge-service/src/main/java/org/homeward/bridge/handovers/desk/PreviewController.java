package org.homeward.bridge.handovers.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.bridge.problems.BridgeProblem;
import org.homeward.bridge.sight.SeeHandovers;
import org.homeward.bridge.sight.SeenCase;
import org.homeward.face.access.Caller;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.disclosure.TransferTable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what an offer of a case to a partner would tell. */
@RestController
final class PreviewController {

  private final SeeHandovers seeHandovers;
  private final PreviewOffer previewOffer;

  PreviewController(SeeHandovers seeHandovers, PreviewOffer previewOffer) {
    this.seeHandovers = seeHandovers;
    this.previewOffer = previewOffer;
  }

  @GetMapping("/api/v1/handovers/preview")
  Map<String, Object> preview(
      @RequestParam(name = "case", defaultValue = "") String caseId,
      @RequestParam(defaultValue = "") String partner,
      Caller caller) {
    SeenCase seen =
        seeHandovers
            .seeCase(caseId, caller)
            .orElseThrow(BridgeProblem.NOT_KNOWN_HERE_YET::exception);
    return switch (previewOffer.preview(seen, partner)) {
      case PreviewOffer.Previewed.Nothing(OfferCase.Refusal why) ->
          throw DisclosureProblem.of(new OfferCase.CaseOffered.Refused(why, Set.of()));
      case PreviewOffer.Previewed.Shown shown -> json(caseId, partner, shown);
    };
  }

  private static Map<String, Object> json(
      String caseId, String partner, PreviewOffer.Previewed.Shown shown) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", caseId);
    json.put("partner", partner);
    json.put("minimum", shown.minimum());
    json.put("full", shown.full());
    json.put("reportsKept", shown.reportsKept());
    json.put("transfer", transfer(shown.transfer()));
    shown.against().ifPresent(why -> json.put("against", DisclosureProblem.word(why)));
    shown.open().ifPresent(open -> json.put("open", open));
    return json;
  }

  private static Map<String, Object> transfer(TransferTable.Verdict verdict) {
    return switch (verdict) {
      case TransferTable.Allowed _ -> Map.of("allowed", true, "missing", List.of());
      case TransferTable.Refused(Set<Ground> missing) ->
          Map.of("allowed", false, "missing", missing.stream().map(Ground::name).sorted().toList());
    };
  }
}
