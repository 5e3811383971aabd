package org.homeward.bridge.handovers.desk;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.bridge.handovers.Handover;
import org.homeward.bridge.problems.BridgeProblem;
import org.homeward.bridge.sight.SeeHandovers;
import org.homeward.bridge.sight.SeenCase;
import org.homeward.durable.document.Guarded;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.bridge.bodies.Ask;
import org.homeward.schema.bridge.bodies.OfferReason;
import org.homeward.schema.disclosure.Purpose;
import org.homeward.schema.facts.Basis;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Begins handovers. */
@RestController
final class OfferController {

  private static final String HANDOVERS = "/api/v1/handovers";
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
  private static final Pattern SLUG = Pattern.compile("[a-z]{2,8}");

  private final SeeHandovers seeHandovers;
  private final OfferCase offerCase;

  OfferController(SeeHandovers seeHandovers, OfferCase offerCase) {
    this.seeHandovers = seeHandovers;
    this.offerCase = offerCase;
  }

  @PostMapping(path = HANDOVERS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> offer(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    String caseId = fields.requiredText("case", ID);
    OfferCase.Request request = request(fields);
    SeenCase seen =
        seeHandovers
            .seeCase(caseId, caller)
            .orElseThrow(BridgeProblem.NOT_KNOWN_HERE_YET::exception);
    return switch (offerCase.offer(seen, request, Commands.of(command))) {
      case OfferCase.CaseOffered.Made(Guarded<Handover> made) ->
          ResponseEntity.created(URI.create(HANDOVERS + "/" + made.id()))
              .eTag(ETags.of(made.version()))
              .body(HandoverAnswers.line(made));
      case OfferCase.CaseOffered.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case OfferCase.CaseOffered.NotInstead() ->
          throw FaceProblem.INVALID.problem().error("/instead", "no-such-handover").exception();
      case OfferCase.CaseOffered.OpenBefore(String open) ->
          throw BridgeProblem.OPEN_BEFORE.problem().with("handover", open).exception();
      case OfferCase.CaseOffered.Refused refused -> throw DisclosureProblem.of(refused);
    };
  }

  private static OfferCase.Request request(Fields fields) {
    String partner = fields.requiredText("partner", SLUG);
    OfferReason reason =
        fields.requiredCode("reason", EnumSet.complementOf(EnumSet.of(OfferReason.OTHER)));
    List<Ask> asks = List.copyOf(fields.codes("asks", EnumSet.complementOf(EnumSet.of(Ask.OTHER))));
    fields.requiredCode("purpose", EnumSet.of(Purpose.PARTNER_SEARCH));
    Basis basis = fields.requiredCode("basis", EnumSet.complementOf(EnumSet.of(Basis.OTHER)));
    String instead = fields.text("instead", ID);
    fields.check();
    return new OfferCase.Request(partner, reason, asks, basis, instead);
  }
}
