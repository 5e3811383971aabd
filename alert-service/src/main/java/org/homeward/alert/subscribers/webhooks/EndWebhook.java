package org.homeward.alert.subscribers.webhooks;

import java.time.Clock;
import java.util.List;
import org.homeward.alert.subscribers.webhooks.Webhook.Ended;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/**
 * Ends a webhook at once, by one person or because its system is gone: nothing new goes there from
 * then on. It stays ended.
 */
public final class EndWebhook {

  private static final String BY = "alert";

  private final GuardedDocuments<Webhook> webhooks;
  private final Clock clock;

  EndWebhook(GuardedDocuments<Webhook> webhooks, Clock clock) {
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /**
   * True when it was live until then; what its system got of an alert, it still gets the end of.
   */
  WriteOutcome.OfRequest<Webhook, Boolean> revoke(String id, Command command, String by) {
    return webhooks.change(
        id, List.of(Check.once(command)), read -> decide(read, Ended.Why.REVOKED, by));
  }

  /** It had ended before the data were restored; true when the copy did not know. */
  public boolean endAgain(String id, Command command, String by) {
    return revoke(id, command, by) instanceof WriteOutcome.Written<Webhook, Boolean>;
  }

  /** Its system has answered that it is there no more. */
  void gone(String id) {
    WriteOutcome<Webhook, Boolean> _ =
        webhooks.change(id, read -> decide(read, Ended.Why.GONE, BY));
  }

  private Decision<Webhook, Boolean> decide(Guarded<Webhook> read, Ended.Why why, String by) {
    return read.state().ended() != null
        ? Decision.keep(false)
        : Decision.write(
            Edit.of(read.state().ended(new Ended(why, clock.instant())), by, Webhook.ENDED)
                .asEssential(),
            true);
  }
}
