package org.homeward.alert.orders.acknowledgements;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.delivery.Delivery;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.orders.delivery.SliceIds;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.jspecify.annotations.Nullable;

/** Lists the organisations that an alert was meant for, the silent ones first. */
final class ListOrganisations {

  private final GuardedDocuments<Answers> answers;
  private final GuardedDocuments<Slice> slices;
  private final SliceIds ids;
  private final SubscriptionNumbers numbers;
  private final Duration within;
  private final Clock clock;

  /**
   * @param within how long an organisation may take to answer
   */
  ListOrganisations(
      GuardedDocuments<Answers> answers,
      GuardedDocuments<Slice> slices,
      SliceIds ids,
      SubscriptionNumbers numbers,
      Duration within,
      Clock clock) {
    this.answers = answers;
    this.slices = slices;
    this.ids = ids;
    this.numbers = numbers;
    this.within = within;
    this.clock = clock;
  }

  List<Organisation> of(SeenAlert alert) {
    return of(alert.id(), alert.state());
  }

  /** How many are silent; nobody is named. */
  int silent(Guarded<Alert> alert) {
    return (int) of(alert.id(), alert.state()).stream().filter(Organisation::silent).count();
  }

  private List<Organisation> of(String alert, Alert state) {
    Map<Long, Delivery> asked = new TreeMap<>();
    for (long first = 1; first <= state.watermark(); first += Slice.SIZE) {
      if (slices.find(ids.holding(alert, first)).map(Guarded::state).orElse(null)
          instanceof Slice.Open slice) {
        slice
            .deliveries()
            .forEach(
                (number, delivery) -> {
                  if (Organisation.isOne(delivery)) {
                    asked.put(number, delivery);
                  }
                });
      }
    }
    return asked.isEmpty() ? List.of() : named(alert, state, asked);
  }

  private List<Organisation> named(String alert, Alert state, Map<Long, Delivery> asked) {
    Map<Long, Word> words =
        answers.find(alert).map(Guarded::state).orElse(null) instanceof Answers.Known known
            ? known.words()
            : Map.of();
    Map<Long, Destination> there = numbers.of(List.copyOf(asked.keySet()));
    Instant now = clock.instant();
    List<Organisation> all = new ArrayList<>();
    asked.forEach(
        (number, delivery) ->
            name(there.get(number))
                .ifPresent(
                    name ->
                        all.add(
                            Organisation.of(
                                number, name, delivery, words.get(number), state, within, now))));
    all.sort(
        Comparator.comparing((Organisation each) -> !each.silent())
            .thenComparing(Organisation::name)
            .thenComparing(Organisation::number));
    return all;
  }

  /** Empty for one that is erased since. */
  private static Optional<String> name(@Nullable Destination to) {
    if (to == null) {
      return Optional.empty();
    }
    return switch (to.address()) {
      case Address.Endpoint endpoint -> Optional.of(endpoint.name());
      case Address.Phone phone -> Optional.of(phone.name());
      case Address.Mailbox _ -> Optional.empty();
    };
  }
}
