package org.homeward.console.handovers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.facts.CaseWords;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.console.partners.HttpPartners;
import org.homeward.console.partners.PartnerLines;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Offers a case to a partner: the partner is chosen, the person reads what it learns, and sends.
 */
@RestController
class OfferController {

  private static final String OFFER = "/handovers/offer";
  private static final List<String> BASES =
      List.of("PUBLIC_TASK", "LEGAL_DUTY", "VITAL_INTEREST", "LEGITIMATE_INTEREST");
  private static final List<String> VITAL = List.of("VITAL_INTEREST");
  private static final Set<String> NO_FACTS = Set.of("children", "answers", "audiences");

  private final HttpApi api;
  private final HttpHandovers handovers;
  private final HttpPartners partners;
  private final HttpPages pages;
  private final String node;
  private final Clock clock;

  OfferController(
      HttpApi api,
      HttpHandovers handovers,
      HttpPartners partners,
      HttpPages pages,
      String node,
      Clock clock) {
    this.api = api;
    this.handovers = handovers;
    this.partners = partners;
    this.pages = pages;
    this.node = node;
    this.clock = clock;
  }

  @GetMapping(OFFER)
  ResponseEntity<String> ask(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> query) {
    return show(request, HttpStatus.OK, query, Map.of(), HttpFormEnd.freshKey());
  }

  @PostMapping(OFFER)
  ResponseEntity<String> offer(
      HttpServletRequest request, @RequestParam MultiValueMap<String, String> form) {
    String key = first(form, "key");
    return HttpFormEnd.of(pages.words(request), key)
        .saying(type -> handovers.words(request).problem(type))
        .after(
            api.post(HttpHandovers.PATH, body(form), key, ""),
            made -> {
              String id = HttpHandovers.id(made.body().path("handover").asString(""));
              return HttpFormEnd.leadTo("/handovers/" + id + "?done=offered");
            },
            again -> show(request, again.status(), form, again.wrong(), again.key()));
  }

  private static String first(MultiValueMap<String, String> form, String field) {
    return Objects.requireNonNullElse(form.getFirst(field), "").strip();
  }

  static ObjectNode body(MultiValueMap<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("purpose", "PARTNER_SEARCH");
    for (String field : List.of("case", "partner", "reason", "basis", "instead")) {
      String value = first(form, field);
      if (!value.isEmpty()) {
        body.put(field, value);
      }
    }
    var asks = body.putArray("asks");
    form.getOrDefault("asks", List.of()).forEach(asks::add);
    return body;
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      HttpStatusCode status,
      MultiValueMap<String, String> form,
      Map<String, String> wrong,
      String key) {
    Words words = pages.words(request);
    String caseId = HttpHandovers.id(first(form, "case"));
    String partner = first(form, "partner");
    JsonNode registry = partners.registry();
    HandoverWords says = handovers.words(request);
    JsonNode found = handovers.perhaps("/api/v1/cases/" + caseId);
    JsonNode preview =
        partner.isEmpty()
            ? JsonNodeFactory.instance.objectNode()
            : api.read(
                    HttpHandovers.PATH
                        + "/preview?case="
                        + caseId
                        + "&partner="
                        + HttpPartners.slug(partner))
                .body();
    String instead = first(form, "instead");
    String open = preview.path("open").asString("");
    Map<String, List<String>> typed = new HashMap<>();
    List.of("reason", "asks", "basis")
        .forEach(field -> typed.put(field, form.getOrDefault(field, List.of())));
    var page =
        new OfferPage(
            caseId,
            CaseWords.code(node, caseId),
            found.has("facts") ? CaseWords.children(words, found.path("facts")) : "",
            found.has("facts"),
            found.path("exercise").asBoolean(false),
            new PartnerLines(words, clock.instant()).of(registry),
            partner,
            HttpPartners.names(registry).getOrDefault(partner, partner),
            sent(says, preview, found.path("facts")),
            why(says, preview),
            isUnreleased(preview),
            isUnreleased(preview) ? release(caseId, found) : "",
            urgency(found),
            open.equals(instead) ? "" : open,
            instead,
            bases(preview.path("transfer")),
            key,
            typed,
            wrong);
    return pages.show(request, status, "handovers/offer.jte", page);
  }

  private static String why(HandoverWords says, JsonNode preview) {
    String against =
        preview
            .path("against")
            .asString(isBlocked(preview.path("transfer")) ? "transfer-blocked" : "");
    return against.isEmpty() ? "" : says.problem(against);
  }

  private static boolean isUnreleased(JsonNode preview) {
    return preview.path("against").asString("").equals("no-released-report");
  }

  /** The page of the first report that is held. */
  private static String release(String caseId, JsonNode found) {
    return found
        .path("reports")
        .valueStream()
        .filter(each -> each.at("/policeRelease/status").asString("").equals("HELD"))
        .findFirst()
        .map(each -> "/cases/" + caseId + "/reports/" + each.path("id").asString("") + "/release")
        .orElse("");
  }

  /** The clocks of a partner run by the risk that is stated. */
  private static String urgency(JsonNode found) {
    return found.has("facts")
        ? CaseWords.risk(found.path("facts")).equals("HIGH") ? "HIGH" : "NORMAL"
        : "";
  }

  private static boolean isBlocked(JsonNode transfer) {
    return transfer.has("allowed")
        && !transfer.path("allowed").asBoolean(false)
        && transfer.path("missing").isEmpty();
  }

  /**
   * Without a ground on file only a vital interest lets an offer begin, where the rules know it.
   */
  private static List<String> bases(JsonNode transfer) {
    if (transfer.path("allowed").asBoolean(false)) {
      return BASES;
    }
    boolean vital =
        transfer
            .path("missing")
            .valueStream()
            .anyMatch(ground -> ground.asString("").equals("VITAL_INTEREST"));
    return vital ? VITAL : List.of();
  }

  private static OfferPage.Sent sent(HandoverWords says, JsonNode preview, JsonNode facts) {
    List<String> minimum = texts(preview.path("minimum"));
    List<String> full = texts(preview.path("full"));
    List<String> further = new ArrayList<>(full);
    further.removeAll(minimum);
    Set<String> never = new LinkedHashSet<>(stated(facts));
    never.removeAll(full);
    return new OfferPage.Sent(
        says.fieldsOf(minimum),
        says.fieldsOf(further),
        says.fieldsOf(List.copyOf(never)),
        preview.path("reportsKept").asInt(0),
        texts(preview.path("transfer").path("missing")));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(text -> text.asString("")).toList();
  }

  /** Names of everything that is stated of the case, those of children as the preview has them. */
  private static Set<String> stated(JsonNode facts) {
    return Stream.concat(
            facts.propertyNames().stream(),
            facts
                .path("children")
                .valueStream()
                .flatMap(child -> child.propertyNames().stream())
                .filter(name -> !NO_FACTS.contains(name))
                .map(name -> "child." + name))
        .filter(name -> !NO_FACTS.contains(name))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
