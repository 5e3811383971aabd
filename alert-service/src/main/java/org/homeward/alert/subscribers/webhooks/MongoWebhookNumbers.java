package org.homeward.alert.subscribers.webhooks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.destinations.NumberedDestinations;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.log.Log;
import org.homeward.durable.publication.Drain;

/** Gives a webhook its number in the log of destinations when it goes live. */
final class MongoWebhookNumbers implements NumberedDestinations, Drain<Webhook> {

  private static final String FIELD = "webhook";

  private final Log log;
  private final GuardedDocuments<Webhook> webhooks;

  MongoWebhookNumbers(Log log, GuardedDocuments<Webhook> webhooks) {
    this.log = log;
    this.webhooks = webhooks;
  }

  @Override
  public String field() {
    return FIELD;
  }

  @Override
  public void drain(Guarded<Webhook> changed) {
    boolean live = changed.pending().stream().anyMatch(c -> c.type().equals(Webhook.LIVE));
    if (live) {
      log.append("webhook/" + changed.id(), new Document(FIELD, changed.id()));
    }
  }

  @Override
  public Collection<Destination> of(Map<Long, String> ids) {
    Map<String, Guarded<Webhook>> now =
        webhooks.find(List.copyOf(ids.values())).stream()
            .collect(Collectors.toMap(Guarded::id, each -> each));
    List<Destination> there = new ArrayList<>();
    ids.forEach(
        (number, id) ->
            Optional.ofNullable(now.get(id))
                .flatMap(webhook -> destination(number, webhook))
                .ifPresent(there::add));
    return there;
  }

  /** A revoked one is owed the ends of what it was sent; one that is gone takes nothing. */
  private static Optional<Destination> destination(long number, Guarded<Webhook> found) {
    Webhook webhook = found.state();
    boolean endsOnly = webhook.state() != Webhook.State.LIVE; // upholds 4
    return webhook.state() == Webhook.State.GONE
        ? Optional.empty()
        : Optional.of(
            new Destination(
                number,
                found.id(),
                new Address.Endpoint(
                    found.id(), webhook.name(), webhook.url().getHost(), webhook.paused() != null),
                webhook.country(),
                webhook.regions(),
                webhook.language(),
                webhook.exercise(),
                endsOnly));
  }
}
