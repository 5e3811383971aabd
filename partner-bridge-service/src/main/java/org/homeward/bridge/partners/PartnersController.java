package org.homeward.bridge.partners;

import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.bridge.problems.BridgeProblem;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.bridge.partners.Partner;
import org.homeward.schema.bridge.partners.PartnerKey;
import org.homeward.schema.bridge.partners.Registry;
import org.homeward.schema.disclosure.Ground;
import org.homeward.schema.disclosure.TransferTable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows the partners, and puts standard clauses on file. */
@RestController
class PartnersController {

  private static final String PARTNERS = "/api/v1/partners";
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._/-]{1,64}");

  private final Partners partners;
  private final Borders borders;
  private final RecordGrounds recordGrounds;
  private final PartnerContacts partnerContacts;
  private final Clock clock;

  PartnersController(
      Partners partners,
      Borders borders,
      RecordGrounds recordGrounds,
      PartnerContacts partnerContacts,
      Clock clock) {
    this.partners = partners;
    this.borders = borders;
    this.recordGrounds = recordGrounds;
    this.partnerContacts = partnerContacts;
    this.clock = clock;
  }

  @GetMapping(PARTNERS)
  Map<String, Object> list() {
    Map<String, Object> json = new LinkedHashMap<>();
    partners.registry().ifPresent(registry -> json.put("registry", registry(registry)));
    json.put("partners", partners.all().stream().map(this::json).toList());
    return json;
  }

  @GetMapping(PARTNERS + "/{node}")
  Map<String, Object> read(@PathVariable String node) {
    return json(found(node));
  }

  @PostMapping(path = PARTNERS + "/{node}/grounds", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> ground(
      @PathVariable String node, @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Partner partner = found(node);
    Fields fields = Fields.of(body);
    fields.requiredCode("ground", EnumSet.of(Ground.STANDARD_CLAUSES));
    String reference = fields.requiredText("reference", REFERENCE);
    fields.check();
    var outcome = recordGrounds.record(node, reference, Commands.of(command), caller.person());
    if (outcome instanceof WriteOutcome.KeyReused) {
      throw FaceProblem.KEY_REUSED.exception();
    }
    return json(partner);
  }

  private Partner found(String node) {
    return partners.find(node).orElseThrow(BridgeProblem.PARTNER_UNKNOWN::exception);
  }

  private Map<String, Object> registry(Registry registry) {
    return Map.of(
        "version", registry.version(),
        "expires", registry.expires().toString(),
        "expired", registry.isExpiredAt(clock.instant()));
  }

  private Map<String, Object> json(Partner partner) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("node", partner.node());
    json.put("organisation", partner.organisation());
    json.put("country", partner.country());
    json.put("exercise", partner.exercise());
    json.put("contacts", partner.contacts());
    json.put(
        "grounds", borders.onFile(partner.node()).stream().map(Ground::name).sorted().toList());
    json.put("transfer", transfer(partner));
    json.put("keys", partner.keys().stream().map(PartnersController::key).toList());
    partnerContacts.heard(partner.node()).ifPresent(at -> json.put("heardAt", at.toString()));
    partnerContacts.answered(partner.node()).ifPresent(at -> json.put("answeredAt", at.toString()));
    return json;
  }

  private static Map<String, Object> key(PartnerKey key) {
    return Map.of(
        "use", key.use().name(),
        "from", key.notBefore().toString(),
        "until", key.notAfter().toString());
  }

  /** The grounds that content to this partner needs today. */
  private Map<String, Object> transfer(Partner partner) {
    return switch (borders.verdict(partner, borders.onFile(partner.node()))) {
      case TransferTable.Allowed _ -> Map.of("allowed", true, "missing", List.of());
      case TransferTable.Refused(var missing) ->
          Map.of("allowed", false, "missing", missing.stream().map(Ground::name).sorted().toList());
    };
  }
}
