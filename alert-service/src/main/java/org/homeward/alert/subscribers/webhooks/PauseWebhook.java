package org.homeward.alert.subscribers.webhooks;

import java.time.Clock;
import java.util.List;
import org.homeward.alert.subscribers.webhooks.Webhook.Paused;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Holds back what is new to a system, while it is mended or moved, and lets it go again. Messages
 * that have begun finish, and ends are never held: whoever was told of a child is told that it is
 * over.
 */
final class PauseWebhook {

  private final GuardedDocuments<Webhook> webhooks;
  private final Clock clock;

  PauseWebhook(GuardedDocuments<Webhook> webhooks, Clock clock) {
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /** True when it was not paused until then. */
  WriteOutcome.OfRequest<Webhook, Boolean> pause(String id, Command command, String by) {
    return webhooks.change(
        id,
        List.of(Check.once(command)),
        read ->
            read.state().ended() != null || read.state().paused() != null
                ? Decision.keep(false)
                : Decision.write(
                    Edit.of(read.state().paused(new Paused(by, clock.instant())), by)
                        .withDues(read.dues()),
                    true));
  }

  /** True when it was paused until then; its messages go within seconds. */
  WriteOutcome.OfRequest<Webhook, Boolean> resume(String id, Command command, String by) {
    return webhooks.change(
        id,
        List.of(Check.once(command)),
        read ->
            read.state().paused() == null
                ? Decision.keep(false)
                : Decision.write(
                    Edit.of(read.state().paused(null), by).withDues(read.dues()), true));
  }
}
