package org.homeward.alert.orders.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.destinations.Channel;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.document.Excerpt;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;

/**
 * Dead letters: messages that the system of an organisation refused for good or too often, and that
 * nobody sends any more unless a person wants it.
 */
final class DeadLetters {

  /** The reason of one that was refused too often. */
  static final String GAVE_UP = "gave-up";

  /** More than a person looks through; the others come when these are done. */
  static final int MOST = 200;

  private static final String STATUS = "status";
  private static final Set<String> LIVE = Set.of("ACTIVE", "FROZEN");
  private static final String OVER = "OVER";

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

  /** Whoever has left wants nothing more; mailboxes are listed with their alert. */
  static boolean isDead(Delivery delivery) {
    return delivery.way() == Channel.WEBHOOK
        && delivery.state() == Delivery.State.NEVER
        && !PlanBatch.LEFT.equals(delivery.reason());
  }

  /** Whether it may still be sent: words while the alert lives, and afterwards its end alone. */
  static boolean isOwed(Delivery delivery, boolean over) {
    if (delivery.end() != over) return false; // upholds 4
    return isDead(delivery);
  }

  /**
   * The first of them, by alert and number.
   *
   * @param known leaves those alerts that a reader may know of
   */
  List<Letter> list(UnaryOperator<Set<String>> known) {
    List<Slice.Open> dead = dead().toList();
    Map<String, Excerpt> states = states(dead);
    Set<String> shown = new HashSet<>(states.keySet());
    shown.retainAll(known.apply(Set.copyOf(shown))); // upholds 6
    List<Letter> letters = new ArrayList<>();
    for (Slice.Open slice : dead) {
      if (shown.contains(slice.alert())) {
        letters.addAll(letters(slice, states));
      }
    }
    letters.sort(Comparator.comparing(Letter::alert).thenComparing(Letter::number));
    return letters.stream().limit(MOST).toList();
  }

  /** How many there are, of alerts or of their ends; nobody is named. */
  int count(boolean ends) {
    List<Slice.Open> dead = dead().toList();
    Map<String, Excerpt> states = states(dead);
    return dead.stream().mapToInt(slice -> owed(slice, states, ends).size()).sum();
  }

  private Stream<Slice.Open> dead() {
    return slices
        .each(Slice.Open.DEAD, true)
        .map(Guarded::state)
        .filter(Slice.Open.class::isInstance)
        .map(Slice.Open.class::cast);
  }

  private Map<String, Excerpt> states(List<Slice.Open> dead) {
    Set<String> ids = dead.stream().map(Slice::alert).collect(Collectors.toSet());
    return ids.isEmpty() ? Map.of() : alerts.excerpts().of(ids, STATUS);
  }

  private List<Letter> letters(Slice.Open slice, Map<String, Excerpt> states) {
    Map<Long, Delivery> owed = owed(slice, states, false);
    owed.putAll(owed(slice, states, true));
    Map<Long, Destination> there = numbers.of(List.copyOf(owed.keySet()));
    return owed.entrySet().stream()
        .map(
            each ->
                new Letter(
                    slice.alert(),
                    each.getKey(),
                    each.getValue(),
                    Optional.ofNullable(there.get(each.getKey())).flatMap(DeadLetters::endpoint)))
        .toList();
  }

  private static Map<Long, Delivery> owed(
      Slice.Open slice, Map<String, Excerpt> states, boolean ends) {
    Optional<String> status =
        Optional.ofNullable(states.get(slice.alert())).flatMap(alert -> alert.text(STATUS));
    boolean asked = status.filter(ends ? OVER::equals : LIVE::contains).isPresent();
    return slice.deliveries().entrySet().stream()
        .filter(each -> asked && isOwed(each.getValue(), ends))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
  }

  private static Optional<Address.Endpoint> endpoint(Destination to) {
    return to.address() instanceof Address.Endpoint endpoint
        ? Optional.of(endpoint)
        : Optional.empty();
  }
}
