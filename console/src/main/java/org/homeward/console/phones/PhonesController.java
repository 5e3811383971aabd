package org.homeward.console.phones;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.pages.HttpPages;
import org.homeward.console.pages.Words;
import org.homeward.console.registers.HttpEntries;
import org.homeward.console.registers.HttpOrganisations;
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

/** Phones of organisations: registered here, confirmed by another, and proved by a code. */
@RestController
class PhonesController {

  private static final String PAGE = "/registers/phones";
  private static final String ONE = PAGE + "/{id}";

  /** What the page says after each move that takes nothing but a press. */
  private static final Map<String, String> SAID =
      Map.of("confirm", "coded", "code", "coded", "revoke", "revoked");

  private static final HttpOrganisations.Kind KIND =
      new HttpOrganisations.Kind("/api/v1/phones", PAGE, "phones/phoneForm.jte", "number");

  private final HttpOrganisations phones;
  private final HttpPages pages;

  /**
   * @param country of the node, of which they hear
   */
  PhonesController(HttpApi api, HttpPages pages, String country, Clock clock) {
    this.phones = new HttpOrganisations(api, pages, KIND, country, clock);
    this.pages = pages;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> list(HttpServletRequest request) {
    var lines =
        phones
            .all()
            .map(
                phone ->
                    new PhonesPage.Line(
                        phone.path("id").asString(""),
                        phone.path("name").asString(""),
                        HttpOrganisations.where(phone),
                        phone.path("state").asString(""),
                        phone.path("exercise").asBoolean(false)))
            .toList();
    return pages.show(
        request, "phones/phones.jte", new PhonesPage(lines, HttpEntries.isFor("admin")));
  }

  @GetMapping(PAGE + "/new")
  ResponseEntity<String> ask(HttpServletRequest request) {
    return phones.ask(request);
  }

  @PostMapping(PAGE)
  ResponseEntity<String> register(
      HttpServletRequest request, @RequestParam Map<String, String> form) {
    return phones.register(
        request, form, made -> phones.leadTo(made.path("id").asString(""), "registered"));
  }

  @GetMapping(ONE)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    return phones.read(request, done, one(request, id));
  }

  @PostMapping(ONE + "/{move:confirm|code|revoke}")
  ResponseEntity<String> move(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String move,
      @RequestParam Map<String, String> form) {
    String said = requireNonNull(SAID.get(move));
    return phones.change(request, id, move, said, form, one(request, id));
  }

  @PostMapping(ONE + "/prove")
  ResponseEntity<String> prove(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("code", form.getOrDefault("code", "").replaceAll("\\s", ""));
    return phones.change(
        request, id, "prove", form, body, _ -> phones.leadTo(id, "proved"), one(request, id));
  }

  private HttpOrganisations.One one(HttpServletRequest request, String id) {
    return (status, told, wrong, key) -> one(request, status, id, told, wrong, key);
  }

  private ResponseEntity<String> one(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String told,
      String wrong,
      String key) {
    Words words = pages.words(request);
    Answer.Done found = phones.one(id);
    JsonNode phone = found.body();
    var page =
        new PhonePage(
            id,
            phone.path("name").asString(""),
            phone.path("number").asString(""),
            HttpOrganisations.where(phone),
            phone.path("language").asString(""),
            phone.path("exercise").asBoolean(false),
            phone.path("state").asString(""),
            phone.path("lastFailure").asString(""),
            phones.when(words, phone, "registeredAt"),
            phones.when(words, phone, "confirmedAt"),
            phones.when(words, phone, "codeSentAt"),
            phones.when(words, phone, "liveAt"),
            phones.when(words, phone, "revokedAt"),
            found.etag(),
            key,
            HttpEntries.isFor("supervisor"),
            HttpEntries.isFor("admin"),
            told,
            wrong);
    return pages.show(request, status, "phones/phone.jte", page);
  }
}
