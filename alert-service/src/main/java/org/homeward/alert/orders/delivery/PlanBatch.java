package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates.Effective;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.EmailAddress;
import org.homeward.alert.subscribers.subscriptions.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.jspecify.annotations.Nullable;

/** Finds out who of a slice is sent what next. */
final class PlanBatch {

  /** So many are in flight at once: what a stop cannot hold back any more. */
  static final int SIZE = 20;

  /** Nothing reaches who has left. */
  static final String LEFT = "left";

  /** An end is given up only after it was refused so often, however late it is. */
  private static final int MIN_TRIES = 20;

  private static final Duration BREAKER_PAUSE = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final SubscriptionNumbers numbers;
  private final CasesAreFresh fresh;
  private final Breakers breakers;

  PlanBatch(SubscriptionNumbers numbers, CasesAreFresh fresh, Breakers breakers) {
    this.numbers = numbers;
    this.fresh = fresh;
    this.breakers = breakers;
  }

  Batch plan(Slice.Open slice, Effective effective, Instant now) {
    var batch = new Batch.Gathering(SIZE);
    switch (effective) {
      case Effective.Goes(Alert.Active alert) -> editions(slice, alert, now, batch);
      case Effective.Ends(Alert.Over over) -> ends(slice, over, now, batch);
      // It may be so for a moment only, while the alert's own state is on its way.
      case Effective.Held _ -> batch.wait(now.plus(LOOK_AGAIN));
      case Effective.Nothing _ -> {}
    }
    return batch.gathered();
  }

  private void editions(Slice.Open slice, Alert.Active alert, Instant now, Batch.Gathering batch) {
    PreviewDocument.Rule rule = alert.issue().preview().read().rule();
    if (isStale(now, batch)) return; // upholds 6
    long last = slice.last();
    last = Math.min(last, rule.watermark()); // upholds 3
    if (last < slice.first()) {
      return;
    }
    int edition = alert.issue().edition();
    List<Long> open =
        LongStream.rangeClosed(slice.first(), last)
            .filter(number -> isOpen(slice.deliveries().get(number), edition, now))
            .boxed()
            .toList();
    walk(
        open,
        batch,
        (number, destination) -> {
          if (destination != null && isMeant(rule, destination)) {
            Delivery before = slice.deliveries().get(number);
            Step step = Steps.edition(before, edition, destination.language(), now);
            take(step, number, destination, now, batch);
          }
        });
  }

  private static boolean isOpen(@Nullable Delivery before, int edition, Instant now) {
    return before == null
        || !(Steps.edition(before, edition, before.language(), now) instanceof Step.Done);
  }

  /** One number, and who is there now, if anybody is. */
  private interface Look {
    void at(long number, @Nullable Destination destination);
  }

  /** Looks up no more people than a batch needs, in ever larger steps when few are meant. */
  private void walk(List<Long> open, Batch.Gathering batch, Look look) {
    int from = 0;
    for (int size = SIZE; from < open.size() && !batch.isFull(); size *= 2) {
      List<Long> some = open.subList(from, Math.min(open.size(), from + size));
      Map<Long, Destination> there = numbers.of(some);
      some.forEach(number -> look.at(number, there.get(number)));
      from += some.size();
    }
  }

  /** On old news of the case nothing new may start; the next look is soon. */
  private boolean isStale(Instant now, Batch.Gathering batch) {
    boolean stale = !fresh.now();
    if (stale) {
      batch.wait(now.plus(LOOK_AGAIN));
    }
    return stale;
  }

  /** Who is selected by the rule that was approved. */
  static boolean isMeant(PreviewDocument.Rule rule, Destination destination) {
    if (destination.exercise() != rule.exercise()) return false; // upholds 9
    boolean concerned = rule.area().concerns(destination.country(), destination.regions());
    if (!concerned) return false; // upholds 3
    return rule.languages().contains(destination.language());
  }

  private void ends(Slice.Open slice, Alert.Over over, Instant now, Batch.Gathering batch) {
    boolean late = over.at().plus(SendSlice.GIVE_UP).isBefore(now);
    Map<Long, Step> steps = new TreeMap<>();
    slice
        .deliveries()
        .forEach(
            (number, before) -> {
              Step step =
                  late && isRefusedAgainAndAgain(before)
                      ? new Step.Note(before.unreached("gave-up"))
                      : Steps.end(before, now);
              if (!(step instanceof Step.Done)) {
                steps.put(number, step);
              }
            });
    walk(
        List.copyOf(steps.keySet()),
        batch,
        (number, destination) ->
            take(requireNonNull(steps.get(number)), number, destination, now, batch));
  }

  /** What was never tried, or has an unknown outcome, is tried first, however late. */
  private static boolean isRefusedAgainAndAgain(Delivery end) {
    return end.end() && end.state() == Delivery.State.LATER && end.refusals() >= MIN_TRIES;
  }

  private void take(
      Step step,
      long number,
      @Nullable Destination destination,
      Instant now,
      Batch.Gathering batch) {
    switch (step) {
      case Step.Done _ -> {}
      case Step.Wait(Instant until) -> batch.wait(until);
      case Step.Note(Delivery noted) -> batch.note(number, noted);
      case Step.Send(Delivery intended) -> {
        if (destination == null) {
          batch.note(number, intended.unreached(LEFT));
        } else if (breakers.permits(EmailAddress.domainOf(destination.email()))) {
          batch.send(destination, intended);
        } else {
          batch.wait(now.plus(BREAKER_PAUSE));
        }
      }
    }
  }
}
