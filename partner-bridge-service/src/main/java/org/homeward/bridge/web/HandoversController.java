package org.homeward.bridge.web;

import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.handovers.Owned;
import org.homeward.bridge.handovers.ViewHandovers;
import org.homeward.bridge.messages.MessageLog;
import org.homeward.bridge.telling.OfferCase;
import org.homeward.durable.document.Guarded;
import org.homeward.face.access.Caller;
import org.homeward.face.access.Role;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Fields;
import org.homeward.schema.bridge.Ask;
import org.homeward.schema.bridge.OfferReason;
import org.homeward.schema.bridge.ReceiptProof;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;
import org.homeward.schema.facts.HandoverStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Begins handovers, and shows where they stand. */
@RestController
public class HandoversController {

  static final String HANDOVERS = "/api/v1/handovers";

  private static final int MAX_PAGE = 200;
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
  private static final Pattern SLUG = Pattern.compile("[a-z]{2,8}");

  private final OfferCase offerCase;
  private final ViewHandovers viewHandovers;
  private final MessageLog log;

  public HandoversController(OfferCase offerCase, ViewHandovers viewHandovers, MessageLog log) {
    this.offerCase = offerCase;
    this.viewHandovers = viewHandovers;
    this.log = log;
  }

  @PostMapping(path = HANDOVERS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> offer(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    OfferCase.Request request = request(Fields.of(body), caller);
    return switch (offerCase.offer(request, Answers.command(command))) {
      case OfferCase.Offered.Made(Guarded<Handover> made) ->
          ResponseEntity.created(URI.create(HANDOVERS + "/" + made.id()))
              .eTag(ETags.of(made.version()))
              .body(Answers.line(made, Map.of()));
      case OfferCase.Offered.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case OfferCase.Offered.Refused refused -> throw BridgeProblem.of(refused).exception();
    };
  }

  private static OfferCase.Request request(Fields fields, Caller caller) {
    String caseId = fields.requiredText("case", ID);
    String partner = fields.requiredText("partner", SLUG);
    OfferReason reason =
        fields.requiredCode("reason", EnumSet.complementOf(EnumSet.of(OfferReason.OTHER)));
    List<Ask> asks = List.copyOf(fields.codes("asks", EnumSet.complementOf(EnumSet.of(Ask.OTHER))));
    fields.requiredCode("purpose", EnumSet.of(Purpose.PARTNER_SEARCH));
    Basis basis = fields.requiredCode("basis", EnumSet.complementOf(EnumSet.of(Basis.OTHER)));
    fields.check();
    return new OfferCase.Request(caseId, partner, reason, asks, basis, caller.person());
  }

  @GetMapping(HANDOVERS)
  Map<String, Object> list(
      @RequestParam(defaultValue = "") String status,
      @RequestParam(name = "case", defaultValue = "") String caseId,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw FaceProblem.INVALID.problem().error("/limit", "out-of-range").exception();
    }
    ViewHandovers.Page page =
        viewHandovers.page(
            status(status), caseId.isEmpty() ? null : caseId, after, limit, viewer(caller));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("handovers", page.handovers().stream().map(HandoverJson::line).toList());
    page.next().ifPresent(next -> answer.put("next", next));
    return answer;
  }

  @GetMapping(HANDOVERS + "/{id}")
  ResponseEntity<Map<String, Object>> read(@PathVariable String id, Caller caller) {
    Guarded<Handover> found = found(id, caller);
    return ResponseEntity.ok().eTag(ETags.of(found.version())).body(HandoverJson.whole(found));
  }

  @GetMapping(HANDOVERS + "/{id}/disclosures")
  Map<String, Object> disclosures(@PathVariable String id, Caller caller) {
    Guarded<Handover> found = found(id, caller);
    return Map.of(
        "handover",
        found.id(),
        "disclosures",
        log.register(id).stream().map(HandoverJson::disclosure).toList());
  }

  @GetMapping(HANDOVERS + "/{id}/receipt")
  ResponseEntity<byte[]> receipt(@PathVariable String id, Caller caller) {
    ReceiptProof proof =
        Optional.of(found(id, caller).state())
            .map(state -> state instanceof Owned owned ? owned.proof() : null)
            .orElseThrow(BridgeProblem.NO_RECEIPT_YET::exception);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(proof.write());
  }

  private Guarded<Handover> found(String id, Caller caller) {
    return viewHandovers.one(id, viewer(caller)).orElseThrow(FaceProblem.NOT_FOUND::exception);
  }

  private static ViewHandovers.Viewer viewer(Caller caller) {
    Role role =
        caller.roles().stream().sorted().findFirst().orElseThrow(FaceProblem.FORBIDDEN::exception);
    Purpose purpose = caller.is(Role.DPO) ? Purpose.OVERSIGHT : Purpose.CASE_WORK;
    return new ViewHandovers.Viewer(caller.person(), role.wire(), purpose);
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
    throw FaceProblem.INVALID.problem().error("/status", "unknown-code").exception();
  }
}
