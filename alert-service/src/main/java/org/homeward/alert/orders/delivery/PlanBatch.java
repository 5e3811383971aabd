package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.homeward.alert.orders.alerts.Alert;
import org.homeward.alert.orders.alerts.AlertStates.Effective;
import org.homeward.alert.orders.delivery.WriteMessages.Letter;
import org.homeward.alert.orders.preview.PreviewDocument;
import org.homeward.alert.subscribers.destinations.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.jspecify.annotations.Nullable;

/** Plans the next batch of a slice, and writes its messages. */
final class PlanBatch {

  /** The most messages in flight at once: a stop cannot hold these back any more. */
  static final int SIZE = 20;

  private static final Duration BREAKER_PAUSE = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
  private static final Duration PROVIDER_AWAY = Duration.ofMinutes(1);

  private final SubscriptionNumbers numbers;
  private final BooleanSupplier fresh;
  private final Senders senders;
  private final WriteMessages writeMessages;

  PlanBatch(
      SubscriptionNumbers numbers,
      BooleanSupplier fresh,
      Senders senders,
      WriteMessages writeMessages) {
    this.numbers = numbers;
    this.fresh = fresh;
    this.senders = senders;
    this.writeMessages = writeMessages;
  }

  Batch plan(Slice.Open slice, Effective effective, Instant now) {
    var batch = new Batch.Gathering(SIZE);
    switch (effective) {
      case Effective.Goes(Alert.Active alert) -> editions(slice, alert, now, batch);
      case Effective.Ends(Alert.Over over) -> ends(slice, over, now, batch);
      // It may be so for a moment only, while the alert's own state is on its way.
      case Effective.Held _ -> batch.wait(now.plus(LOOK_AGAIN));
      case Effective.Nothing _ -> takeBack(slice, now, batch);
    }
    return batch.gathered();
  }

  private void editions(Slice.Open slice, Alert.Active alert, Instant now, Batch.Gathering batch) {
    PreviewDocument approved = alert.issue().preview().read();
    PreviewDocument.Rule rule = approved.rule();
    if (isStale(now, batch)) return; // upholds 6
    long last = slice.last();
    last = Math.min(last, rule.watermark()); // upholds 3
    if (last < slice.first()) {
      return;
    }
    int edition = alert.issue().edition();
    Letter letter = writeMessages.edition(slice.alert(), alert.issue(), approved);
    List<Long> open =
        LongStream.rangeClosed(slice.first(), last)
            .filter(number -> isOpen(slice.deliveries().get(number), edition, now))
            .boxed()
            .toList();
    walk(
        open,
        batch,
        (number, to) -> {
          if (to != null && Selection.isMeant(rule, to)) {
            Delivery before = slice.deliveries().get(number);
            DeliveryStep step =
                DeliverySteps.awake(
                    DeliverySteps.edition(before, edition, to.language(), now),
                    to,
                    approved.until(),
                    now);
            take(step, new Turn(number, before, to, letter), now, batch);
          }
        });
  }

  private static boolean isOpen(@Nullable Delivery before, int edition, Instant now) {
    return before == null
        || !(DeliverySteps.edition(before, edition, before.language(), now)
            instanceof DeliveryStep.Done);
  }

  /** One number, and its destination now, if there is one. */
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
    boolean stale = !fresh.getAsBoolean();
    if (stale) {
      batch.wait(now.plus(LOOK_AGAIN));
    }
    return stale;
  }

  /**
   * Asks providers to deliver no more of a frozen alert. A brake, which passes without a word,
   * takes nothing back.
   */
  private void takeBack(Slice.Open slice, Instant now, Batch.Gathering batch) {
    List<Long> held =
        slice.deliveries().entrySet().stream()
            .filter(each -> each.getValue().isHeld())
            .map(Map.Entry::getKey)
            .toList();
    walk(
        held,
        batch,
        (number, to) -> {
          Sender by = to == null ? null : senders.serving(to).orElse(null);
          Delivery sent = requireNonNull(slice.deliveries().get(number));
          if (to != null && by != null && !batch.isFull()) {
            takeBack(Attempt.takingBack(by, to, sent), now, batch);
          }
        });
  }

  private static void takeBack(Attempt attempt, Instant now, Batch.Gathering batch) {
    Instant next = attempt.intended().askedUntil().filter(now::isBefore).orElse(now);
    if (next.isAfter(now)) {
      batch.wait(next);
    } else if (attempt.by().takesBack(attempt.intended())) {
      batch.send(attempt); // upholds 4
    } else {
      batch.wait(now.plus(PROVIDER_AWAY));
    }
  }

  private void ends(Slice.Open slice, Alert.Over over, Instant now, Batch.Gathering batch) {
    boolean late = over.at().plus(SendSlice.GIVE_UP).isBefore(now);
    Map<Long, DeliveryStep> steps = new TreeMap<>();
    slice
        .deliveries()
        .forEach(
            (number, before) -> {
              DeliveryStep step =
                  late && isRefusedAgainAndAgain(before)
                      ? new DeliveryStep.Note(before.unreached(Delivery.GAVE_UP))
                      : DeliverySteps.end(before, now);
              if (!(step instanceof DeliveryStep.Done)) {
                steps.put(number, step);
              }
            });
    Letter letter = writeMessages.end(slice.alert(), over);
    walk(
        List.copyOf(steps.keySet()),
        batch,
        (number, to) -> {
          Delivery before = slice.deliveries().get(number);
          take(requireNonNull(steps.get(number)), new Turn(number, before, to, letter), now, batch);
        });
  }

  /** Only a refused end is given up: an untried or unknown one is still tried, however late. */
  private static boolean isRefusedAgainAndAgain(Delivery end) {
    return end.end()
        && end.state() == Delivery.State.LATER
        && end.refusals() >= DeliverySteps.TRIES;
  }

  /**
   * One destination's.
   *
   * @param before where it stands; null when it was never tried
   * @param to null when its owner has left
   */
  private record Turn(
      long number, @Nullable Delivery before, @Nullable Destination to, Letter letter) {}

  private void take(DeliveryStep step, Turn turn, Instant now, Batch.Gathering batch) {
    switch (step) {
      case DeliveryStep.Done _ -> {}
      case DeliveryStep.Wait(Instant until) -> batch.wait(until);
      case DeliveryStep.Note(Delivery noted) -> batch.note(turn.number(), noted);
      case DeliveryStep.Send(Delivery intended) -> attempt(intended, turn, now, batch);
    }
  }

  private static boolean isHeldBack(Delivery meant, Sender by, Destination to) {
    if (meant.end()) return !by.permits(to); // upholds 4
    return !by.takesNew(to) || !by.permits(to);
  }

  private void attempt(Delivery intended, Turn turn, Instant now, Batch.Gathering batch) {
    Destination to = turn.to();
    if (to == null) {
      batch.note(turn.number(), intended.unreached(Delivery.LEFT));
      return;
    }
    Delivery meant = intended.by(to.address().channel());
    Sender by = senders.serving(to).orElse(null);
    if (by == null) {
      batch.note(turn.number(), meant.became(Delivery.State.NEVER, null, "bad-address", null));
    } else if (isHeldBack(meant, by, to)) {
      batch.wait(now.plus(BREAKER_PAUSE));
    } else if (!batch.isFull()) {
      Message message = turn.letter().to(to, meant, turn.before());
      batch.send(new Attempt(by, to, message, turn.before(), meant));
    }
  }
}
