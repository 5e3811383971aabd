package org.homeward.console.registers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.console.api.Answer;
import org.homeward.console.api.HttpApi;
import org.homeward.console.api.HttpFormEnd;
import org.homeward.console.api.PathId;
import org.homeward.console.pages.HttpPages;
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

/** Systems of organisations that are told of alerts: registered here, and confirmed by another. */
@RestController
class WebhooksController {

  private static final String API = "/api/v1/webhooks";
  private static final String PAGE = "/registers/webhooks";
  private static final String ONE = PAGE + "/{id}";
  private static final String FORM = "registers/webhookForm.jte";

  private final HttpApi api;
  private final HttpPages pages;
  private final String country;
  private final Clock clock;

  /**
   * @param country of the node, of which they hear
   */
  WebhooksController(HttpApi api, HttpPages pages, String country, Clock clock) {
    this.api = api;
    this.pages = pages;
    this.country = country;
    this.clock = clock;
  }

  @GetMapping(PAGE)
  ResponseEntity<String> list(HttpServletRequest request) {
    var lines =
        api.read(API)
            .body()
            .path("webhooks")
            .valueStream()
            .map(
                webhook ->
                    new WebhooksPage.Line(
                        webhook.path("id").asString(""),
                        webhook.path("name").asString(""),
                        where(webhook),
                        webhook.path("state").asString(""),
                        webhook.has("pausedAt"),
                        webhook.path("exercise").asBoolean(false)))
            .toList();
    boolean isAdmin = HttpEntries.isFor("admin");
    return pages.show(
        request,
        "registers/webhooks.jte",
        new WebhooksPage(lines, isAdmin, isAdmin || HttpEntries.isFor("supervisor")));
  }

  private static String where(JsonNode webhook) {
    String regions =
        webhook
            .path("regions")
            .valueStream()
            .map(region -> region.asString(""))
            .collect(Collectors.joining(", "));
    return regions.isEmpty() ? webhook.path("country").asString("") : regions;
  }

  @GetMapping(PAGE + "/new")
  ResponseEntity<String> ask(HttpServletRequest request) {
    var form = RegisterForm.of(Map.of("language", "sr", "exercise", "false"));
    return pages.show(request, FORM, form);
  }

  @PostMapping(PAGE)
  ResponseEntity<String> register(
      HttpServletRequest request, @RequestParam Map<String, String> form) {
    var typed = new RegisterForm(form, Map.of(), form.getOrDefault("key", ""));
    return HttpFormEnd.of(pages.words(request), typed.key())
        .after(
            api.post(API, body(form), typed.key(), ""),
            made -> secret(request, made.body()),
            again ->
                pages.show(request, again.status(), FORM, typed.again(again.wrong(), again.key())));
  }

  private ObjectNode body(Map<String, String> form) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", form.getOrDefault("name", "").strip());
    body.put("url", form.getOrDefault("url", "").strip());
    body.put("country", country);
    var regions = body.putArray("regions");
    Stream.of(form.getOrDefault("regions", "").split("[\\s,;]+", -1))
        .filter(region -> !region.isEmpty())
        .forEach(regions::add);
    body.put("language", form.getOrDefault("language", ""));
    body.put("audience", "VOLUNTEER");
    body.put("exercise", form.getOrDefault("exercise", "").equals("true"));
    return body;
  }

  private ResponseEntity<String> secret(HttpServletRequest request, JsonNode webhook) {
    var page =
        new SecretPage(
            webhook.path("id").asString(""),
            webhook.path("name").asString(""),
            webhook.path("secret").asString(""),
            webhook.at("/keys/0/publicKey").asString(""));
    return pages.show(request, "registers/secret.jte", page);
  }

  @GetMapping(ONE)
  ResponseEntity<String> read(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String done) {
    String told = HttpEntries.told(pages.words(request), done);
    return one(request, HttpStatus.OK, id, told, "", HttpFormEnd.freshKey());
  }

  @PostMapping(ONE + "/confirm")
  ResponseEntity<String> confirm(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "confirm", "asked", form);
  }

  @PostMapping(ONE + "/challenge")
  ResponseEntity<String> challenge(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "challenge", "asked", form);
  }

  @PostMapping(ONE + "/rotate")
  ResponseEntity<String> rotate(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "rotate", "", form);
  }

  @PostMapping(ONE + "/revoke")
  ResponseEntity<String> revoke(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "revoke", "revoked", form);
  }

  @PostMapping(ONE + "/pause")
  ResponseEntity<String> pause(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "pause", "paused", form);
  }

  @PostMapping(ONE + "/resume")
  ResponseEntity<String> resume(
      HttpServletRequest request, @PathVariable String id, @RequestParam Map<String, String> form) {
    return change(request, id, "resume", "resumed", form);
  }

  /** Where nothing is said of what was done, it is a new key that is shown. */
  private ResponseEntity<String> change(
      HttpServletRequest request, String id, String what, String said, Map<String, String> form) {
    String key = form.getOrDefault("key", "");
    boolean guarded = what.equals("confirm") || what.equals("rotate");
    String seen = guarded ? form.getOrDefault("seen", "") : "";
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return HttpFormEnd.of(pages.words(request), key)
        .after(
            api.post(API + "/" + PathId.of(id) + "/" + what, body, key + "-" + what, seen),
            done ->
                said.isEmpty()
                    ? secret(request, done.body())
                    : HttpFormEnd.leadTo(PAGE + "/" + id + "?done=" + said),
            again -> one(request, again.status(), id, "", again.reason(), again.key()));
  }

  private ResponseEntity<String> one(
      HttpServletRequest request,
      HttpStatusCode status,
      String id,
      String told,
      String wrong,
      String key) {
    Words words = pages.words(request);
    Answer.Done found = api.read(API + "/" + PathId.of(id));
    JsonNode webhook = found.body();
    var page =
        new WebhookPage(
            id,
            webhook.path("name").asString(""),
            webhook.path("url").asString(""),
            where(webhook),
            webhook.path("language").asString(""),
            webhook.path("exercise").asBoolean(false),
            webhook.path("state").asString(""),
            webhook.path("tries").asInt(0),
            webhook.path("lastFailure").asString(""),
            webhook.path("keys").valueStream().map(each -> key(words, each)).toList(),
            when(words, webhook, "registeredAt"),
            when(words, webhook, "confirmedAt"),
            when(words, webhook, "liveAt"),
            when(words, webhook, "pausedAt"),
            webhook.path("breaker").asString(""),
            when(words, webhook, "endedAt"),
            found.etag(),
            key,
            HttpEntries.isFor("supervisor"),
            HttpEntries.isFor("admin"),
            told,
            wrong);
    return pages.show(request, status, "registers/webhook.jte", page);
  }

  private WebhookPage.Key key(Words words, JsonNode key) {
    return new WebhookPage.Key(
        key.path("publicKey").asString(""), when(words, key, "madeAt"), when(words, key, "until"));
  }

  private String when(Words words, JsonNode webhook, String name) {
    return HttpEntries.when(words, webhook.path(name), clock.instant());
  }
}
