package org.homeward.alert.subscribers.webhooks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/** Shows the registered webhooks; a node has hundreds of them at most. */
final class ListWebhooks {

  private final GuardedDocuments<Webhook> webhooks;

  ListWebhooks(GuardedDocuments<Webhook> webhooks) {
    this.webhooks = webhooks;
  }

  /** All, by name. */
  List<Guarded<Webhook>> all() {
    List<Guarded<Webhook>> all = new ArrayList<>();
    webhooks.forEach(all::add);
    all.sort(
        Comparator.comparing((Guarded<Webhook> webhook) -> webhook.state().name())
            .thenComparing(Guarded::id));
    return all;
  }

  Optional<Guarded<Webhook>> one(String id) {
    return webhooks.find(id);
  }

  /** Whether a system has said since then that it is there no more. */
  boolean isOneGone(Instant since) {
    return all().stream()
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
        all().stream()
            .filter(each -> each.state().paused() != null && each.state().ended() == null)
            .count();
  }

  /** How many stand how; a state that none is in counts 0. */
  Map<Webhook.State, Integer> byState() {
    Map<Webhook.State, Integer> counts = new EnumMap<>(Webhook.State.class);
    for (Webhook.State state : Webhook.State.values()) {
      counts.put(state, 0);
    }
    webhooks.forEach(each -> counts.merge(each.state().state(), 1, Integer::sum));
    return counts;
  }
}
