package org.homeward.alert.subscribers.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.registers.ConfirmEntry;
import org.homeward.alert.registers.HttpConfirmation;
import org.homeward.alert.subscribers.mail.DomainBreakers;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.ETags;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
import org.homeward.schema.codes.Countries;
import org.homeward.schema.values.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks: registered by an administrator, confirmed by a supervisor, ended by either. */
@RestController
final class WebhooksController {

  static final String WEBHOOKS = "/api/v1/webhooks";
  static final String WEBHOOK = WEBHOOKS + "/{id}";
  static final String CONFIRM = WEBHOOK + "/confirm";
  static final String CHALLENGE = WEBHOOK + "/challenge";
  static final String ROTATE = WEBHOOK + "/rotate";
  static final String REVOKE = WEBHOOK + "/revoke";
  static final String PAUSE = WEBHOOK + "/pause";
  static final String RESUME = WEBHOOK + "/resume";

  private static final int MAX_NAME = 80;
  private static final int MAX_URL = 500;
  private static final int MAX_REGIONS = 30;
  private static final Set<Audience> AUDIENCES = Set.of(Audience.VOLUNTEER);

  private final RegisterWebhook registerWebhook;
  private final ConfirmEntry<Webhook> confirmWebhook;
  private final ProveWebhook proveWebhook;
  private final RotateWebhook rotateWebhook;
  private final EndWebhook endWebhook;
  private final PauseWebhook pauseWebhook;
  private final ListWebhooks listWebhooks;
  private final DomainBreakers breakers;
  private final AddressRule rule;
  private final Home home;

  /**
   * The node that tells them.
   *
   * @param country ISO 3166-1 alpha-2
   * @param languages in which it can
   */
  record Home(String country, Set<String> languages) {}

  WebhooksController(
      RegisterWebhook registerWebhook,
      ConfirmEntry<Webhook> confirmWebhook,
      ProveWebhook proveWebhook,
      RotateWebhook rotateWebhook,
      EndWebhook endWebhook,
      PauseWebhook pauseWebhook,
      ListWebhooks listWebhooks,
      DomainBreakers breakers,
      AddressRule rule,
      Home home) {
    this.registerWebhook = registerWebhook;
    this.confirmWebhook = confirmWebhook;
    this.proveWebhook = proveWebhook;
    this.rotateWebhook = rotateWebhook;
    this.endWebhook = endWebhook;
    this.pauseWebhook = pauseWebhook;
    this.listWebhooks = listWebhooks;
    this.breakers = breakers;
    this.rule = rule;
    this.home = home;
  }

  @PostMapping(path = WEBHOOKS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> register(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    RegisterWebhook.WebhookWish wish = wish(Fields.of(body));
    return switch (registerWebhook.register(wish, Commands.of(command), caller.person())) {
      case RegisterWebhook.Registered.Now(Guarded<Webhook> made, String secret) ->
          created(made, shown(made, secret));
      case RegisterWebhook.Registered.Before(Guarded<Webhook> made) -> created(made, json(made));
      case RegisterWebhook.Registered.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  @GetMapping(WEBHOOKS)
  Map<String, Object> list() {
    return Map.of("webhooks", listWebhooks.all().stream().map(this::json).toList());
  }

  @GetMapping(WEBHOOK)
  ResponseEntity<Map<String, Object>> read(@PathVariable String id) {
    return done(listWebhooks.one(id).orElseThrow(FaceProblem.NOT_FOUND::exception));
  }

  @PostMapping(CONFIRM)
  ResponseEntity<Map<String, Object>> confirm(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return seen.first(
        version ->
            done(
                HttpConfirmation.of(
                    confirmWebhook.confirm(id, version, Commands.of(command), caller.person()),
                    AlertProblem.WEBHOOK_OVER)));
  }

  @PostMapping(CHALLENGE)
  ResponseEntity<Map<String, Object>> challenge(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return done(goingOn(proveWebhook.again(id, Commands.of(command), caller.person())));
  }

  @PostMapping(ROTATE)
  ResponseEntity<Map<String, Object>> rotate(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return seen.first(
        version -> {
          WriteOutcome.OfRequest<Webhook, Optional<String>> outcome =
              rotateWebhook.rotate(id, version, Commands.of(command), caller.person());
          return outcome instanceof WriteOutcome.Written(var now, var secret)
              ? ResponseEntity.ok()
                  .eTag(ETags.of(now.version()))
                  .body(shown(now, secret.orElseThrow()))
              : done(goingOn(outcome));
        });
  }

  @PostMapping(REVOKE)
  ResponseEntity<Map<String, Object>> revoke(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return done(now(endWebhook.revoke(id, Commands.of(command), caller.person())));
  }

  @PostMapping(PAUSE)
  ResponseEntity<Map<String, Object>> pause(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return done(goingOn(pauseWebhook.pause(id, Commands.of(command), caller.person())));
  }

  @PostMapping(RESUME)
  ResponseEntity<Map<String, Object>> resume(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return done(goingOn(pauseWebhook.resume(id, Commands.of(command), caller.person())));
  }

  /** One that has not ended. */
  private static <R> Guarded<Webhook> goingOn(WriteOutcome.OfRequest<Webhook, R> outcome) {
    Guarded<Webhook> now = now(outcome);
    if (now.state().ended() != null) {
      throw AlertProblem.WEBHOOK_OVER.exception();
    }
    return now;
  }

  private static <R> Guarded<Webhook> now(WriteOutcome.OfRequest<Webhook, R> outcome) {
    return switch (outcome) {
      case WriteOutcome.Written(var now, var _) -> now;
      case WriteOutcome.Kept(var now, var _) -> now;
      case WriteOutcome.Repeated(var now, var _) -> now;
      case WriteOutcome.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
      case WriteOutcome.Absent() -> throw FaceProblem.NOT_FOUND.exception();
      case WriteOutcome.Stale(var _) -> throw FaceProblem.PRECONDITION_FAILED.exception();
    };
  }

  private RegisterWebhook.WebhookWish wish(Fields fields) {
    String name = fields.requiredText("name", MAX_NAME);
    String url = fields.requiredText("url", MAX_URL);
    if (!url.isEmpty()) {
      rule.broken(url).ifPresent(broken -> fields.wrong("url", broken));
    }
    String country = fields.requiredCountry("country");
    if (Countries.has(country) && !country.equals(home.country())) {
      fields.wrong("country", "another-country");
    }
    List<String> regions = List.copyOf(fields.regions("regions", MAX_REGIONS, country));
    String language = fields.requiredText("language", 2);
    if (!home.languages().contains(language)) {
      fields.wrong("language", "unknown-language");
    }
    Audience audience = fields.requiredCode("audience", AUDIENCES);
    boolean exercise = fields.requiredBoolean("exercise");
    fields.check();
    return new RegisterWebhook.WebhookWish(
        name, URI.create(url), country, regions, language, audience, exercise);
  }

  private static ResponseEntity<Map<String, Object>> created(
      Guarded<Webhook> webhook, Map<String, Object> shown) {
    return ResponseEntity.created(URI.create(WEBHOOKS + "/" + webhook.id()))
        .eTag(ETags.of(webhook.version()))
        .body(shown);
  }

  private ResponseEntity<Map<String, Object>> done(Guarded<Webhook> webhook) {
    return ResponseEntity.ok().eTag(ETags.of(webhook.version())).body(json(webhook));
  }

  private Map<String, Object> shown(Guarded<Webhook> webhook, String secret) {
    Map<String, Object> json = json(webhook);
    json.put("secret", secret);
    return json;
  }

  /** Without secrets, sealed or not. */
  private Map<String, Object> json(Guarded<Webhook> found) {
    Webhook webhook = found.state();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", found.id());
    json.put("name", webhook.name());
    json.put("url", webhook.url().toString());
    json.put("country", webhook.country());
    json.put("regions", webhook.regions());
    json.put("language", webhook.language());
    json.put("audience", webhook.audience());
    json.put("exercise", webhook.exercise());
    json.put("state", webhook.state());
    json.put("registeredAt", webhook.registeredAt().toString());
    if (webhook.confirmed() != null) {
      json.put("confirmedAt", webhook.confirmed().at().toString());
    }
    json.put("tries", webhook.proof().tries());
    put(json, "lastFailure", webhook.proof().reason());
    Instant live = webhook.proof().at();
    if (live != null) {
      json.put("liveAt", live.toString());
    }
    if (webhook.paused() != null) {
      json.put("pausedAt", webhook.paused().at().toString());
    }
    breakers
        .stateOf(webhook.url().getHost().toLowerCase(Locale.ROOT))
        .ifPresent(state -> json.put("breaker", state));
    if (webhook.ended() != null) {
      json.put("endedAt", webhook.ended().at().toString());
    }
    json.put("keys", webhook.keys().stream().map(WebhooksController::key).toList());
    return json;
  }

  private static Map<String, Object> key(SigningKey key) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", key.id());
    json.put("publicKey", key.publicKey());
    json.put("madeAt", key.madeAt().toString());
    Instant until = key.until();
    if (until != null) {
      json.put("until", until.toString());
    }
    return json;
  }

  private static void put(Map<String, Object> json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
