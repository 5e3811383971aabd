package org.homeward.console.handovers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.homeward.console.api.HttpApi;
import org.homeward.console.facts.FactWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.console.partners.HttpPartners;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The handovers of both sides by what is due first, and one of them. */
@RestController
class HandoversController {

  private static final int LIMIT = 50;
  private static final String LIST = "handovers/list.jte";
  private static final String PAGE = "handovers/handovers.jte";

  private final HttpApi api;
  private final HttpHandovers handovers;
  private final HttpPartners partners;
  private final HttpPages pages;
  private final Clock clock;

  HandoversController(
      HttpApi api, HttpHandovers handovers, HttpPartners partners, HttpPages pages, Clock clock) {
    this.api = api;
    this.handovers = handovers;
    this.partners = partners;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/handovers")
  ResponseEntity<String> offered(
      HttpServletRequest request, @RequestParam(defaultValue = "") String after) {
    return pages.show(request, PAGE, page(request, "HOLDER", after));
  }

  @GetMapping("/handovers/list")
  ResponseEntity<String> offeredAlone(HttpServletRequest request) {
    return pages.show(request, LIST, page(request, "HOLDER", ""));
  }

  @GetMapping("/handovers/ours")
  ResponseEntity<String> ours(
      HttpServletRequest request, @RequestParam(defaultValue = "") String after) {
    return pages.show(request, PAGE, page(request, "OWNER", after));
  }

  @GetMapping("/handovers/ours/list")
  ResponseEntity<String> oursAlone(HttpServletRequest request) {
    return pages.show(request, LIST, page(request, "OWNER", ""));
  }

  private HandoversPage page(HttpServletRequest request, String role, String after) {
    var query =
        UriComponentsBuilder.fromPath(HttpHandovers.PATH)
            .queryParam("role", role)
            .queryParam("limit", LIMIT);
    if (!after.isEmpty()) {
      query.queryParam("after", "{after}");
    }
    JsonNode list = api.read(query.encode().buildAndExpand(after).toUriString()).body();
    HandoverWords says = handovers.words(request);
    return new HandoversPage(
        role,
        partners.isQuarantined(),
        list.path("handovers").valueStream().map(says::line).toList(),
        list.path("next").asString(""),
        after.isEmpty());
  }

  @GetMapping("/handovers/{id}")
  ResponseEntity<String> one(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    JsonNode found = handovers.one(id).body();
    return pages.show(request, "handovers/handover.jte", whole(request, found, done));
  }

  /** Where it stands and the moves that are left, for a page that is open. */
  @GetMapping("/handovers/{id}/state")
  ResponseEntity<String> state(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    JsonNode found = handovers.one(id).body();
    JsonNode none = JsonNodeFactory.instance.objectNode();
    HandoverPage page = story(request).of(found, none, none, done);
    return pages.show(request, "handovers/renewed.jte", page);
  }

  @GetMapping("/handovers/{id}/story")
  ResponseEntity<String> storyAlone(HttpServletRequest request, @PathVariable String id) {
    HandoverPage page = whole(request, handovers.one(id).body(), "");
    return pages.show(request, "handovers/story.jte", page);
  }

  private HandoverPage whole(HttpServletRequest request, JsonNode found, String done) {
    String id = found.path("id").asString("");
    JsonNode register = handovers.perhaps(HttpHandovers.of(id, "disclosures"));
    return story(request).of(found, handovers.content(found), register.path("disclosures"), done);
  }

  private HandoverStory story(HttpServletRequest request) {
    Words words = pages.words(request);
    return new HandoverStory(
        words,
        handovers.words(request),
        new FactWords(words, clock.instant()).zoned(),
        HttpPages.person().orElseThrow());
  }

  /** The partner's receipt as a file, as the API has it: anybody with the registry can check it. */
  @GetMapping("/handovers/{id}/receipt")
  ResponseEntity<String> receipt(@PathVariable String id) {
    JsonNode proof = api.read(HttpHandovers.of(id, "receipt")).body();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt-" + id + ".json\"")
        .body(proof.toString());
  }
}
