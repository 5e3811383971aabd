package org.homeward.alert.subscribers.webhooks;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.homeward.alert.node.AlertProblem;
import org.homeward.alert.subscribers.mail.DomainBreakers;
import org.homeward.alert.subscribers.organisations.HttpEntries;
import org.homeward.alert.subscribers.organisations.OrganisationWish;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.face.access.Caller;
import org.homeward.face.conditional.IfMatch;
import org.homeward.face.conditional.RequestCommand;
import org.homeward.face.problem.FaceProblem;
import org.homeward.frame.web.Commands;
import org.homeward.frame.web.Fields;
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

  private static final int MAX_URL = 500;

  private final HttpEntries<Webhook> webhooks;
  private final RegisterWebhook registerWebhook;
  private final ProveWebhook proveWebhook;
  private final RotateWebhook rotateWebhook;
  private final EndWebhook endWebhook;
  private final PauseWebhook pauseWebhook;
  private final AddressRule rule;
  private final String country;

  /**
   * @param country of the node that tells them, ISO 3166-1 alpha-2
   */
  WebhooksController(
      HttpEntries<Webhook> webhooks,
      RegisterWebhook registerWebhook,
      ProveWebhook proveWebhook,
      RotateWebhook rotateWebhook,
      EndWebhook endWebhook,
      PauseWebhook pauseWebhook,
      AddressRule rule,
      String country) {
    this.webhooks = webhooks;
    this.registerWebhook = registerWebhook;
    this.proveWebhook = proveWebhook;
    this.rotateWebhook = rotateWebhook;
    this.endWebhook = endWebhook;
    this.pauseWebhook = pauseWebhook;
    this.rule = rule;
    this.country = country;
  }

  /**
   * @param breakers of the hosts to which messages went lately
   */
  static HttpEntries.Kind<Webhook> kind(DomainBreakers breakers) {
    return new HttpEntries.Kind<>(
        WEBHOOKS, AlertProblem.WEBHOOK_OVER, (webhook, json) -> rest(webhook, breakers, json));
  }

  @PostMapping(path = WEBHOOKS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> register(
      @RequestBody byte[] body, RequestCommand command, Caller caller) {
    Fields fields = Fields.of(body);
    String url = fields.requiredText("url", MAX_URL);
    if (!url.isEmpty()) {
      rule.broken(url).ifPresent(broken -> fields.wrong("url", broken));
    }
    OrganisationWish wish = OrganisationWish.of(fields, country);
    fields.check();
    return switch (registerWebhook.register(
        wish, URI.create(url), Commands.of(command), caller.person())) {
      case RegisterWebhook.Registered.Now(Guarded<Webhook> made, String secret) ->
          webhooks.created(made, shown(made, secret));
      case RegisterWebhook.Registered.Before(Guarded<Webhook> made) ->
          webhooks.created(made, webhooks.json(made));
      case RegisterWebhook.Registered.KeyReused() -> throw FaceProblem.KEY_REUSED.exception();
    };
  }

  @GetMapping(WEBHOOKS)
  Map<String, Object> list() {
    return webhooks.list();
  }

  @GetMapping(WEBHOOK)
  ResponseEntity<Map<String, Object>> read(@PathVariable String id) {
    return webhooks.read(id);
  }

  @PostMapping(CONFIRM)
  ResponseEntity<Map<String, Object>> confirm(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return webhooks.confirm(id, seen, command, caller);
  }

  @PostMapping(CHALLENGE)
  ResponseEntity<Map<String, Object>> challenge(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return goingOn(proveWebhook.again(id, Commands.of(command), caller.person()));
  }

  @PostMapping(ROTATE)
  ResponseEntity<Map<String, Object>> rotate(
      @PathVariable String id, IfMatch seen, RequestCommand command, Caller caller) {
    return seen.first(
        version -> {
          WriteOutcome.OfRequest<Webhook, Optional<String>> outcome =
              rotateWebhook.rotate(id, version, Commands.of(command), caller.person());
          return outcome instanceof WriteOutcome.Written(var now, var secret)
              ? webhooks.done(now, shown(now, secret.orElseThrow()))
              : goingOn(outcome);
        });
  }

  @PostMapping(REVOKE)
  ResponseEntity<Map<String, Object>> revoke(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return webhooks.done(
        webhooks.now(endWebhook.revoke(id, Commands.of(command), caller.person())));
  }

  @PostMapping(PAUSE)
  ResponseEntity<Map<String, Object>> pause(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return goingOn(pauseWebhook.pause(id, Commands.of(command), caller.person()));
  }

  @PostMapping(RESUME)
  ResponseEntity<Map<String, Object>> resume(
      @PathVariable String id, RequestCommand command, Caller caller) {
    return goingOn(pauseWebhook.resume(id, Commands.of(command), caller.person()));
  }

  private <R> ResponseEntity<Map<String, Object>> goingOn(
      WriteOutcome.OfRequest<Webhook, R> outcome) {
    return webhooks.done(webhooks.goingOn(outcome));
  }

  private Map<String, Object> shown(Guarded<Webhook> webhook, String secret) {
    Map<String, Object> json = webhooks.json(webhook);
    json.put("secret", secret);
    return json;
  }

  /** Without secrets, sealed or not. */
  private static void rest(Webhook webhook, DomainBreakers breakers, Map<String, Object> json) {
    json.put("url", webhook.url().toString());
    json.put("tries", webhook.proof().tries());
    String reason = webhook.proof().reason();
    if (reason != null) {
      json.put("lastFailure", reason);
    }
    if (webhook.paused() != null) {
      HttpEntries.put(json, "pausedAt", webhook.paused().at());
    }
    breakers
        .stateOf(webhook.url().getHost().toLowerCase(Locale.ROOT))
        .ifPresent(state -> json.put("breaker", state));
    if (webhook.ended() != null) {
      HttpEntries.put(json, "endedAt", webhook.ended().at());
    }
    json.put("keys", webhook.keys().stream().map(WebhooksController::key).toList());
  }

  private static Map<String, Object> key(SigningKey key) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", key.id());
    json.put("publicKey", key.publicKey());
    json.put("madeAt", key.madeAt().toString());
    HttpEntries.put(json, "until", key.until());
    return json;
  }
}
