package org.homeward.alert.subscribers.webhooks;

import java.time.Instant;
import org.homeward.alert.subscribers.organisations.ListEntries;

/** Finds the webhooks that somebody has to be told of. */
final class WatchWebhooks {

  private final ListEntries<Webhook> listWebhooks;

  WatchWebhooks(ListEntries<Webhook> listWebhooks) {
    this.listWebhooks = listWebhooks;
  }

  /** Whether a system has said since then that it is there no more. */
  boolean isOneGone(Instant since) {
    return listWebhooks.all().stream()
        .map(each -> each.state().ended())
        .anyMatch(
            ended ->
                ended != null
                    && ended.why() == Webhook.Ended.Why.GONE
                    && ended.at().isAfter(since));
  }

  /** How many are held back by an administrator. */
  int paused() {
    return (int)
        listWebhooks.all().stream()
            .filter(each -> each.state().paused() != null && each.state().ended() == null)
            .count();
  }
}
