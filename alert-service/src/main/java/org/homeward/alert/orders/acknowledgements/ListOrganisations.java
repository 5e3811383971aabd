package org.homeward.alert.orders.acknowledgements;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.delivery.Delivery;
import org.homeward.alert.orders.delivery.Selection;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.orders.delivery.SliceIds;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

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
    Optional<PreviewDocument.Rule> rule = rule(state).filter(ListOrganisations::isForOne);
    Map<Long, Word> words = words(alert);
    Instant now = clock.instant();
    List<Organisation> all = new ArrayList<>();
    for (long first = 1; first <= state.watermark(); first += Slice.SIZE) {
      Map<Long, Delivery> tried = tried(alert, first);
      long last = Math.min(first + Slice.SIZE - 1, state.watermark());
      for (Destination to : numbers.of(asked(first, last, tried, rule)).values()) {
        Delivery delivery = tried.get(to.number());
        boolean isMeant =
            delivery != null || rule.filter(each -> Selection.isMeant(each, to)).isPresent();
        if (isMeant) {
          name(to)
              .map(
                  name ->
                      Organisation.of(
                          to.number(),
                          to.address().channel(),
                          name,
                          delivery,
                          words.get(to.number()),
                          state,
                          within,
                          now))
              .ifPresent(all::add);
        }
      }
    }
    all.sort(
        Comparator.comparing((Organisation each) -> !each.silent())
            .thenComparing(Organisation::name)
            .thenComparing(Organisation::number));
    return all;
  }

  /** The one that selects whom it goes out to; empty when nothing further does. */
  private static Optional<PreviewDocument.Rule> rule(Alert alert) {
    return switch (alert) {
      case Alert.Active active -> Optional.of(active.issue().preview().read().rule());
      case Alert.Frozen frozen -> Optional.of(frozen.issue().preview().read().rule());
      case Alert.Draft _, Alert.Over _, Alert.Erased _ -> Optional.empty();
    };
  }

  /** Whether organisations are among those that it selects. */
  static boolean isForOne(PreviewDocument.Rule rule) {
    return rule.channels().contains(Channel.WEBHOOK) || rule.channels().contains(Channel.SMS);
  }

  private Map<Long, Delivery> tried(String alert, long first) {
    return slices.find(ids.holding(alert, first)).map(Guarded::state).orElse(null)
            instanceof Slice.Open slice
        ? slice.deliveries()
        : Map.of();
  }

  /** Those that were tried, and those that may still be: a paused system has no record. */
  private static List<Long> asked(
      long first, long last, Map<Long, Delivery> tried, Optional<PreviewDocument.Rule> rule) {
    return LongStream.rangeClosed(first, last)
        .filter(
            number -> {
              Delivery delivery = tried.get(number);
              return delivery == null ? rule.isPresent() : Organisation.isOne(delivery);
            })
        .boxed()
        .toList(); // upholds 11
  }

  private Map<Long, Word> words(String alert) {
    return answers.find(alert).map(Guarded::state).orElse(null) instanceof Answers.Known known
        ? known.words()
        : Map.of();
  }

  /** Empty for a volunteer. */
  private static Optional<String> name(Destination to) {
    return switch (to.address()) {
      case Address.Endpoint endpoint -> Optional.of(endpoint.name());
      case Address.Phone phone -> Optional.of(phone.name());
      case Address.Mailbox _, Address.OwnPhone _ -> Optional.empty();
    };
  }
}
