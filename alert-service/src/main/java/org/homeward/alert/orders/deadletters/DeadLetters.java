package org.homeward.alert.orders.deadletters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.Issue;
import org.homeward.alert.orders.delivery.Delivery;
import org.homeward.alert.orders.delivery.Selection;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters: messages that the system of an organisation refused for good or too often, and that
 * nobody sends any more unless a person wants it.
 */
final class DeadLetters {

  /** More than a person looks through; the others come when these are done. */
  static final int MOST = 200;

  private final GuardedDocuments<Slice> slices;
  private final GuardedDocuments<Alert> alerts;
  private final SubscriptionNumbers numbers;

  DeadLetters(
      GuardedDocuments<Slice> slices, GuardedDocuments<Alert> alerts, SubscriptionNumbers numbers) {
    this.slices = slices;
    this.alerts = alerts;
    this.numbers = numbers;
  }

  /**
   * One of them.
   *
   * @param to empty when its owner has left since
   */
  record Letter(String alert, long number, Delivery delivery, Optional<Address.Endpoint> to) {}

  /**
   * Whether it may still be sent: words while the alert lives and is meant for its destination, and
   * afterwards its end alone.
   *
   * @param to null when its owner has left
   */
  private static boolean isOwed(Delivery dead, Alert alert, @Nullable Destination to) {
    return switch (alert) {
      case Alert.Active active -> !dead.end() && isMeant(active.issue(), to);
      case Alert.Frozen frozen -> !dead.end() && isMeant(frozen.issue(), to);
      case Alert.Over _ -> dead.end(); // upholds 4
      case Alert.Draft _, Alert.Erased _ -> false;
    };
  }

  /** Whether the present edition is for a destination. */
  static boolean isMeant(Issue issue, @Nullable Destination to) {
    return to != null && Selection.isMeant(issue.preview().read().rule(), to); // upholds 3
  }

  /**
   * The first of them, by alert and number.
   *
   * @param known leaves those alerts that a reader may know of
   */
  List<Letter> list(UnaryOperator<Set<String>> known) {
    List<Slice.Open> dead = dead().toList();
    Set<String> shown = dead.stream().map(Slice::alert).collect(Collectors.toSet());
    shown.retainAll(known.apply(Set.copyOf(shown))); // upholds 6
    List<Letter> letters = new ArrayList<>();
    Map<String, Alert> alertsNow = alerts(shown);
    for (Slice.Open slice : dead) {
      letters.addAll(letters(slice, alertsNow.get(slice.alert())));
    }
    letters.sort(Comparator.comparing(Letter::alert).thenComparing(Letter::number));
    return letters.stream().limit(MOST).toList();
  }

  /** How many there are, of alerts or of their ends; nobody is named. */
  int count(boolean ends) {
    List<Slice.Open> dead = dead().toList();
    Map<String, Alert> alertsNow =
        alerts(dead.stream().map(Slice::alert).collect(Collectors.toSet()));
    return (int)
        dead.stream()
            .flatMap(slice -> letters(slice, alertsNow.get(slice.alert())).stream())
            .filter(letter -> letter.delivery().end() == ends)
            .count();
  }

  private Stream<Slice.Open> dead() {
    return slices
        .each(Slice.Open.DEAD, true)
        .map(Guarded::state)
        .filter(Slice.Open.class::isInstance)
        .map(Slice.Open.class::cast);
  }

  private Map<String, Alert> alerts(Set<String> ids) {
    return ids.isEmpty()
        ? Map.of()
        : alerts.find(ids).stream().collect(Collectors.toMap(Guarded::id, Guarded::state));
  }

  /**
   * @param alert null for one that is not there, or not for the reader
   */
  private List<Letter> letters(Slice.Open slice, @Nullable Alert alert) {
    if (alert == null) {
      return List.of();
    }
    Map<Long, Delivery> dead = slice.deadLetters();
    Map<Long, Destination> there = numbers.of(List.copyOf(dead.keySet()));
    return dead.entrySet().stream()
        .filter(each -> isOwed(each.getValue(), alert, there.get(each.getKey())))
        .map(
            each ->
                new Letter(
                    slice.alert(),
                    each.getKey(),
                    each.getValue(),
                    Optional.ofNullable(there.get(each.getKey())).flatMap(DeadLetters::endpoint)))
        .toList();
  }

  private static Optional<Address.Endpoint> endpoint(Destination to) {
    return to.address() instanceof Address.Endpoint endpoint
        ? Optional.of(endpoint)
        : Optional.empty();
  }
}
