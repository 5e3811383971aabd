package org.homeward.intake.providers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.face.conditional.ETags;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.ProblemException;
import org.springframework.http.ResponseEntity;

/** Maps providers to JSON. */
final class HttpProviders {

  static final String PROVIDERS = "/api/v1/providers";

  private HttpProviders() {}

  /** As lists and pages have it: without an address that is sealed. */
  static Map<String, Object> provider(ViewProviders.Known known) {
    Provider provider = known.provider();
    Details details = provider.details();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("provider", known.id());
    json.put("name", details.name());
    json.put("services", details.services().stream().sorted().toList());
    json.put("phone", details.phone().e164());
    json.put("hours", details.hours());
    json.put("languages", details.languages().stream().sorted().toList());
    json.put("fromAge", details.fromAge());
    json.put("toAge", details.toAge());
    json.put("places", details.places());
    json.put("address", provider.openAddress().orElse(null));
    json.put("sealed", provider.sealed());
    json.put("checkedAt", provider.checkedAt().toString());
    json.put("checkedBy", provider.checkedBy());
    json.put("unchecked", known.unchecked());
    json.values().removeIf(Objects::isNull);
    return json;
  }

  static ResponseEntity<Map<String, Object>> done(Guarded<KeptProvider> now) {
    return ResponseEntity.ok()
        .eTag(ETags.of(now.version()))
        .body(Map.of("provider", now.id(), "takenOut", now.state() instanceof GoneProvider));
  }

  static Optional<ProblemException> refusal(ProviderDecision decision) {
    return decision instanceof ProviderDecision.Refused
        ? Optional.of(FaceProblem.NOT_FOUND.exception())
        : Optional.empty();
  }
}
