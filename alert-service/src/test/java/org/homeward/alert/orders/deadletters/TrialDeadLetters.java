package org.homeward.alert.orders.deadletters;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.SeenAlert;
import org.homeward.alert.orders.deadletters.ReplayDeadLetter.Replayed;
import org.homeward.alert.orders.delivery.Delivery;
import org.homeward.alert.orders.delivery.Slice;
import org.homeward.alert.orders.delivery.SliceIds;
import org.homeward.alert.orders.delivery.WakeSlice;
import org.homeward.alert.subscribers.destinations.Address;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;

/** Dead letters of slices that a test of delivery has made. */
public final class TrialDeadLetters {

  private final DeadLetters letters;
  private final ReplayDeadLetter replay;

  public TrialDeadLetters(
      GuardedDocuments<Slice> slices,
      GuardedDocuments<Alert> alerts,
      SubscriptionNumbers numbers,
      SliceIds ids,
      WakeSlice wakeSlice) {
    letters = new DeadLetters(slices, alerts, numbers);
    replay = new ReplayDeadLetter(slices, ids, numbers, wakeSlice);
  }

  /** One of them. */
  public record Found(
      String alert, long number, Delivery delivery, Optional<Address.Endpoint> to) {}

  public List<Found> list(UnaryOperator<Set<String>> known) {
    return letters.list(known).stream()
        .map(each -> new Found(each.alert(), each.number(), each.delivery(), each.to()))
        .toList();
  }

  public int count(boolean ends) {
    return letters.count(ends);
  }

  /** How it ended that a person wanted it sent again. */
  public String replayed(SeenAlert alert, long number) {
    return switch (replay.replay(
        alert, number, new Command("r" + UUID.randomUUID(), "h"), "person-jelena")) {
      case WriteOutcome.Written(var _, var how) -> how.name();
      case WriteOutcome.Kept(var _, var how) -> how.name();
      case WriteOutcome.OfRequest<Slice, Replayed> other -> throw new AssertionError(other);
    };
  }
}
