package org.homeward.console.webhooks;

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

/** Systems of organisations that are told of alerts: registered here, and confirmed by another. */
@RestController
class WebhooksController {

  private static final String PAGE = "/registers/webhooks";
  private static final String ONE = PAGE + "/{id}";

  /** What the page says after each move that takes nothing but a press. */
  private static final Map<String, String> SAID =
      Map.of(
          "confirm",
          "asked",
          "challenge",
          "asked",
          "revoke",
          "revoked",
          "pause",
          "paused",
          "resume",
          "resumed");

  private static final HttpOrganisations.Kind KIND =
      new HttpOrganisations.Kind("/api/v1/webhooks", PAGE, "webhooks/webhookForm.jte", "url");

  private final HttpOrganisations webhooks;
  private final HttpPages pages;

  /**
   * @param country of the node, of which they hear
   */
  WebhooksController(HttpApi api, HttpPages pages, String country, Clock clock) {
    this.webhooks = new HttpOrganisations(api, pages, KIND, country, clock);
    this.pages = pages;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> list(HttpServletRequest request) {
    var lines =
        webhooks
            .all()
            .map(
                webhook ->
                    new WebhooksPage.Line(
                        webhook.path("id").asString(""),
                        webhook.path("name").asString(""),
                        HttpOrganisations.where(webhook),
                        webhook.path("state").asString(""),
                        webhook.has("pausedAt"),
                        webhook.path("exercise").asBoolean(false)))
            .toList();
    boolean isAdmin = HttpEntries.isFor("admin");
    return pages.show(
        request,
        "webhooks/webhooks.jte",
        new WebhooksPage(lines, isAdmin, isAdmin || HttpEntries.isFor("supervisor")));
  }

  @GetMapping(PAGE + "/new")
  ResponseEntity<String> ask(HttpServletRequest request) {
    return webhooks.ask(request);
  }

  @PostMapping(PAGE)
  ResponseEntity<String> register(
      HttpServletRequest request, @RequestParam Map<String, String> form) {
    return webhooks.register(request, form, made -> secret(request, made));
  }

  private ResponseEntity<String> secret(HttpServletRequest request, JsonNode webhook) {
    var page =
        new SecretPage(
            webhook.path("id").asString(""),
            webhook.path("name").asString(""),
            webhook.path("secret").asString(""),
            webhook.at("/keys/0/publicKey").asString(""));
    return pages.show(request, "webhooks/secret.jte", page);
  }

  @GetMapping(ONE)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    return webhooks.read(request, done, one(request, id));
  }

  @PostMapping(ONE + "/{move:confirm|challenge|revoke|pause|resume}")
  ResponseEntity<String> move(
      HttpServletRequest request,
      @PathVariable String id,
      @PathVariable String move,
      @RequestParam Map<String, String> form) {
    String said = requireNonNull(SAID.get(move));
    return webhooks.change(request, id, move, said, form, one(request, id));
  }

  @PostMapping(ONE + "/rotate")
  ResponseEntity<String> rotate(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return webhooks.change(
        request,
        id,
        "rotate",
        form,
        JsonNodeFactory.instance.objectNode(),
        rotated -> secret(request, rotated),
        one(request, id));
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
    Answer.Done found = webhooks.one(id);
    JsonNode webhook = found.body();
    var page =
        new WebhookPage(
            id,
            webhook.path("name").asString(""),
            webhook.path("url").asString(""),
            HttpOrganisations.where(webhook),
            webhook.path("language").asString(""),
            webhook.path("exercise").asBoolean(false),
            webhook.path("state").asString(""),
            webhook.path("tries").asInt(0),
            webhook.path("lastFailure").asString(""),
            webhook.path("keys").valueStream().map(each -> key(words, each)).toList(),
            webhooks.when(words, webhook, "registeredAt"),
            webhooks.when(words, webhook, "confirmedAt"),
            webhooks.when(words, webhook, "liveAt"),
            webhooks.when(words, webhook, "pausedAt"),
            webhook.path("breaker").asString(""),
            webhooks.when(words, webhook, "endedAt"),
            found.etag(),
            key,
            HttpEntries.isFor("supervisor"),
            HttpEntries.isFor("admin"),
            told,
            wrong);
    return pages.show(request, status, "webhooks/webhook.jte", page);
  }

  private WebhookPage.Key key(Words words, JsonNode key) {
    return new WebhookPage.Key(
        key.path("publicKey").asString(""),
        webhooks.when(words, key, "madeAt"),
        webhooks.when(words, key, "until"));
  }
}
