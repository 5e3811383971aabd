package org.homeward.console.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The partners, the clauses on file, and the opening of a restored node. */
@RestController
class PartnersController {

  private static final String PARTNERS = "/handovers/partners";
  private static final String CLAUSES = PARTNERS + "/{node}/clauses";
  private static final String OPENING = "/handovers/opening";

  private final HttpApi api;
  private final HttpPartners partners;
  private final HttpPages pages;
  private final Clock clock;

  PartnersController(HttpApi api, HttpPartners partners, HttpPages pages, Clock clock) {
    this.api = api;
    this.partners = partners;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PARTNERS)
  ResponseEntity<String> all(HttpServletRequest request) {
    JsonNode registry = partners.registry();
    var lines = new PartnerLines(pages.words(request), clock.instant());
    var page =
        new PartnersPage(
            partners.isQuarantined(),
            lines.registry(registry),
            registry.path("registry").path("expired").asBoolean(false),
            HttpPages.person().filter(person -> person.is("dpo")).isPresent(),
            lines.of(registry));
    return pages.show(request, "partners/partners.jte", page);
  }

  @GetMapping(CLAUSES)
  ResponseEntity<String> askClauses(HttpServletRequest request, @PathVariable String node) {
    return clauses(request, HttpStatus.OK, node, "", Map.of(), HttpFormEnd.freshKey());
  }

  @PostMapping(CLAUSES)
  ResponseEntity<String> recordClauses(
      HttpServletRequest request,
      @PathVariable String node,
      @RequestParam Map<String, String> form) {
    String reference = form.getOrDefault("reference", "").strip();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("ground", "STANDARD_CLAUSES").put("reference", reference);
    String key = form.getOrDefault("key", "");
    String path = "/api/v1/partners/" + HttpPartners.slug(node) + "/grounds";
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(path, body, key, ""),
            _ -> HttpFormEnd.leadTo(PARTNERS),
            again -> clauses(request, again.status(), node, reference, again.wrong(), again.key()));
  }

  private ResponseEntity<String> clauses(
      HttpServletRequest request,
      HttpStatusCode status,
      String node,
      String reference,
      Map<String, String> wrong,
      String key) {
    JsonNode partner = api.read("/api/v1/partners/" + HttpPartners.slug(node)).body();
    var page =
        new ClausesPage(node, partner.path("organisation").asString(""), reference, key, wrong);
    return pages.show(request, status, "partners/clauses.jte", page);
  }

  @GetMapping(OPENING)
  ResponseEntity<String> askOpening(HttpServletRequest request) {
    return opening(request, HttpStatus.OK, "", HttpFormEnd.freshKey());
  }

  @PostMapping(OPENING)
  ResponseEntity<String> open(HttpServletRequest request, @RequestParam Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post("/api/v1/quarantine/open", nothing, key, ""),
            _ -> HttpFormEnd.leadTo(OPENING),
            again -> opening(request, again.status(), again.reason(), again.key()));
  }

  private ResponseEntity<String> opening(
      HttpServletRequest request, HttpStatusCode status, String wrong, String key) {
    JsonNode found = api.read("/api/v1/quarantine").body();
    Person reader = HttpPages.person().orElseThrow();
    String proposedBy = found.path("proposedBy").asString("");
    var page =
        new OpeningPage(
            found.path("quarantined").asBoolean(false),
            since(request, found),
            !proposedBy.isEmpty(),
            proposedBy.equals(reader.id()),
            reader.answersPartners(),
            key,
            wrong);
    return pages.show(request, status, "partners/opening.jte", page);
  }

  private String since(HttpServletRequest request, JsonNode found) {
    return FactWords.instant(found.path("since"))
        .map(at -> pages.words(request).dated(at, clock.instant()))
        .orElse("");
  }
}
