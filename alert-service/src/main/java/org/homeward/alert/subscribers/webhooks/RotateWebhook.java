package org.homeward.alert.subscribers.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Makes a new key for a webhook; the one before it signs beside it for a while. */
final class RotateWebhook {

  private final GuardedDocuments<Webhook> webhooks;
  private final SealedKeys keys;
  private final Clock clock;

  RotateWebhook(GuardedDocuments<Webhook> webhooks, SealedKeys keys, Clock clock) {
    this.webhooks = webhooks;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The answer is the secret, the only time that it is shown; empty for a webhook that has ended.
   *
   * @param seen the version that the administrator has seen
   */
  WriteOutcome.OfRequest<Webhook, Optional<String>> rotate(
      String id, OptionalLong seen, Command command, String by) {
    Instant now = clock.instant();
    return webhooks.change(
        id,
        Check.of(command, seen),
        read -> {
          if (read.state().ended() != null) {
            return Decision.keep(Optional.empty());
          }
          SealedKeys.Fresh fresh = keys.fresh(id, now);
          return Decision.write(
              Edit.of(read.state().rotated(fresh.key(), now), by).withDues(read.dues()),
              Optional.of(fresh.secret()));
        });
  }
}
