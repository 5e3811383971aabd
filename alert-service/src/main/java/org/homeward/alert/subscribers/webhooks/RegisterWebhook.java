package org.homeward.alert.subscribers.webhooks;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.homeward.alert.subscribers.organisations.OrganisationWish;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

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

  /** How it ended. */
  sealed interface Registered {

    /** The only answer that shows the secret. */
    record Now(Guarded<Webhook> webhook, String secret) implements Registered {}

    record Before(Guarded<Webhook> webhook) implements Registered {}

    record KeyReused() implements Registered {}
  }

  Registered register(OrganisationWish wish, URI url, Command command, String by) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    SealedKeys.Fresh fresh = keys.fresh(id, now);
    Webhook webhook = Webhook.registered(wish, url, fresh.key(), by, now);
    return switch (webhooks.create(
        id, Edit.of(webhook, by, Webhook.REGISTERED), command, fresh.secret())) {
      case WriteOutcome.Written(var made, var secret) -> new Registered.Now(made, secret);
      case WriteOutcome.Repeated(var made, var _) -> new Registered.Before(made);
      case WriteOutcome.KeyReused() -> new Registered.KeyReused();
    };
  }
}
