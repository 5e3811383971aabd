package org.homeward.alert.subscribers.webhooks;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.schema.values.Audience;

/** Registers a webhook and makes its key; nothing goes there until another person confirms it. */
final class RegisterWebhook {

  private final GuardedDocuments<Webhook> webhooks;
  private final SealedKeys keys;
  private final Clock clock;

  RegisterWebhook(GuardedDocuments<Webhook> webhooks, SealedKeys keys, Clock clock) {
    this.webhooks = webhooks;
    this.keys = keys;
    this.clock = clock;
  }

  /** The webhook that an administrator asks for. */
  record WebhookWish(
      String name,
      URI url,
      String country,
      List<String> regions,
      String language,
      Audience audience,
      boolean exercise) {}

  /** How it ended. */
  sealed interface Registered {

    /** The only answer that shows the secret. */
    record Now(Guarded<Webhook> webhook, String secret) implements Registered {}

    record Before(Guarded<Webhook> webhook) implements Registered {}

    record KeyReused() implements Registered {}
  }

  Registered register(WebhookWish wish, Command command, String by) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    SealedKeys.Fresh fresh = keys.fresh(id, now);
    var webhook =
        new Webhook(
            wish.name(),
            wish.url(),
            wish.country(),
            wish.regions(),
            wish.language(),
            wish.audience(),
            wish.exercise(),
            List.of(fresh.key()),
            by,
            now,
            null,
            Webhook.Proof.NONE,
            null,
            null);
    return switch (webhooks.create(
        id, Edit.of(webhook, by, Webhook.REGISTERED), command, fresh.secret())) {
      case WriteOutcome.Written(var made, var secret) -> new Registered.Now(made, secret);
      case WriteOutcome.Repeated(var made, var _) -> new Registered.Before(made);
      case WriteOutcome.KeyReused() -> new Registered.KeyReused();
    };
  }
}
