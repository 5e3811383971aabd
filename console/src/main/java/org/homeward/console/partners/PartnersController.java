package org.homeward.console.partners;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Person;
import org.homeward.console.pages.Words;
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
    return clauses(request, HttpStatus.OK, node, "", Map.of(), UUID.randomUUID().toString());
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
    return switch (api.post(path, body, key, "")) {
      case Answer.Done _ -> leadTo(PARTNERS);
      case Answer.Refused refused ->
          clauses(
              request,
              HttpStatusCode.valueOf(refused.status()),
              node,
              reference,
              wrong(request, refused),
              UUID.randomUUID().toString());
      case Answer.Away(String away) ->
          clauses(
              request,
              HttpStatus.SERVICE_UNAVAILABLE,
              node,
              reference,
              Map.of("", unsure(request, away)),
              key);
    };
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
    return opening(request, HttpStatus.OK, "", UUID.randomUUID().toString());
  }

  @PostMapping(OPENING)
  ResponseEntity<String> open(HttpServletRequest request, @RequestParam Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return switch (api.post("/api/v1/quarantine/open", nothing, key, "")) {
      case Answer.Done _ -> leadTo(OPENING);
      case Answer.Refused refused ->
          opening(
              request,
              HttpStatusCode.valueOf(refused.status()),
              pages.words(request).problem(refused.type()),
              UUID.randomUUID().toString());
      case Answer.Away(String away) ->
          opening(request, HttpStatus.SERVICE_UNAVAILABLE, unsure(request, away), key);
    };
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

  private String unsure(HttpServletRequest request, String away) {
    Words words = pages.words(request);
    return words.say("away.unsure", words.say("away." + away));
  }

  private Map<String, String> wrong(HttpServletRequest request, Answer.Refused refused) {
    Words words = pages.words(request);
    Map<String, String> wrong = new HashMap<>();
    wrong.put("", words.problem(refused.type()));
    for (Answer.Wrong error : refused.errors()) {
      wrong.put(error.pointer().replaceFirst("^/([^/]*).*$", "$1"), words.rule(error.rule()));
    }
    return wrong;
  }

  private static ResponseEntity<String> leadTo(String page) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build();
  }
}
