package org.homeward.alert.orders.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.AlertStates.Effective;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.durable.store.StoreFailure;
import org.jspecify.annotations.Nullable;

/**
 * Sends a batch of what a slice owes: plan it, record what is meant, send it, record what became of
 * it. A process that dies in between leaves recorded intents, and those count as received.
 */
final class SendSlice {

  /** The due at which somebody can be sent something. */
  static final String SEND_DUE = "send";

  /** An end that nobody takes for so long is not tried again, and listed. */
  static final Duration GIVE_UP = Duration.ofHours(24);

  /** No message of a batch is begun later; what is left of it is as it was before. */
  private static final Duration BATCH_LASTS = Duration.ofSeconds(4);

  /** The five states are read again before a message when they were last read so long ago. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final Duration TO_STORE = Duration.ofSeconds(5);
  private static final String BY = "alert";

  private final GuardedDocuments<Slice> slices;
  private final AlertStates states;
  private final PlanBatch planBatch;
  private final Duration deadline;
  private final Consumer<String> nothingLeft;
  private final Consumer<String> unreached;
  private final Consumer<Delivery> taken;
  private final Clock clock;

  /** As the last batch of each has left it: if nobody has written since, that need not be read. */
  private final Map<String, Guarded<Slice>> asLeft = new ConcurrentHashMap<>();

  /**
   * @param deadline how long one message may take
   * @param nothingLeft is told the alert of a slice whose ends are out
   * @param unreached is told the alert for each end that could not be delivered
   * @param taken hears how long it took whenever somebody is reached, or told the end
   */
  SendSlice(
      GuardedDocuments<Slice> slices,
      AlertStates states,
      PlanBatch planBatch,
      Duration deadline,
      Consumer<String> nothingLeft,
      Consumer<String> unreached,
      Consumer<Delivery> taken,
      Clock clock) {
    this.slices = slices;
    this.states = states;
    this.planBatch = planBatch;
    this.deadline = deadline;
    this.nothingLeft = nothingLeft;
    this.unreached = unreached;
    this.taken = taken;
    this.clock = clock;
  }

  /** Whether the alert of a slice is over, so that what goes out are ends. */
  boolean owesEnds(String id) {
    return slices
        .find(id)
        .map(slice -> states.effective(slice.state().alert(), clock.instant()))
        .filter(Effective.Ends.class::isInstance)
        .isPresent();
  }

  /** One batch, if it is due; true when somebody else may be sent something now. */
  boolean sendIfDue(String id) {
    Instant now = clock.instant();
    Guarded<Slice> left = asLeft.remove(id);
    Guarded<Slice> read = left == null ? slices.find(id).orElse(null) : left;
    if (read == null
        || !(read.state() instanceof Slice.Open slice)
        || !read.dueAt(now).contains(SEND_DUE)) {
      return false;
    }
    if (slice.busyUntil() != null && slice.busyUntil().isAfter(now)) {
      return false; // somebody else is sending
    }
    Effective effective = states.effective(slice.alert(), now);
    Batch batch = planBatch.plan(slice, effective, now);
    return batch.attempts().isEmpty()
        ? rest(read, slice, batch, effective)
        : send(read, slice, batch, effective, now);
  }

  /** Nobody can be sent anything now. */
  private boolean rest(Guarded<Slice> read, Slice.Open slice, Batch batch, Effective effective) {
    var dues = dues(read, batch.next().orElse(null));
    var outcome = write(read, slice.with(batch.noted(), null), dues);
    boolean isDone = batch.next().isEmpty() && effective instanceof Effective.Ends;
    if (outcome instanceof WriteOutcome.Written<Slice, Boolean>) {
      tellUnreached(slice.alert(), batch.noted().values());
      if (isDone) {
        nothingLeft.accept(slice.alert());
      }
    }
    return outcome instanceof WriteOutcome.Stale<Slice, Boolean>;
  }

  private boolean send(
      Guarded<Slice> read, Slice.Open slice, Batch batch, Effective effective, Instant now) {
    // The last message may take its whole time, and the results must still be stored.
    Instant until = now.plus(BATCH_LASTS).plus(deadline).plus(TO_STORE);
    var written = write(read, slice.with(batch.intents(), until), dues(read, until));
    if (!(written instanceof WriteOutcome.Written(var intended, var _))) {
      return true; // somebody has written it since: plan again
    }
    tellUnreached(slice.alert(), batch.noted().values());
    List<Attempt.Sent> sent = sendAll(batch.attempts(), slice.alert(), effective, now);
    List<Attempt> untried = new ArrayList<>(batch.attempts());
    untried.removeAll(sent.stream().map(Attempt.Sent::attempt).toList());
    recordResults(intended, sent, untried, until);
    tellUnreached(slice.alert(), sent.stream().map(Attempt.Sent::result).toList());
    sent.stream().filter(SendSlice::isTaken).map(Attempt.Sent::result).forEach(taken);
    return true;
  }

  /** A further edition reaches nobody anew. */
  private static boolean isTaken(Attempt.Sent sent) {
    return sent.result().state() == Delivery.State.ACCEPTED
        && !Objects.equals(sent.result().took(), sent.attempt().intended().took());
  }

  /** Those that were begun. */
  private List<Attempt.Sent> sendAll(
      List<Attempt> attempts, String alert, Effective effective, Instant began) {
    List<Attempt> beside = attempts.stream().filter(a -> a.by().sendsSideBySide()).toList();
    List<Attempt> inOrder = attempts.stream().filter(a -> !a.by().sendsSideBySide()).toList();
    if (beside.isEmpty()) {
      return sendInOrder(inOrder, alert, effective, began);
    }
    List<Future<Attempt.Sent>> begun;
    List<Attempt.Sent> sent;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      begun =
          beside.stream()
              .map(each -> threads.submit(() -> sendAlone(each, alert, effective, began)))
              .toList();
      sent = new ArrayList<>(sendInOrder(inOrder, alert, effective, began));
    } // waits for all
    for (int n = 0; n < beside.size(); n++) {
      sent.add(result(beside.get(n), begun.get(n)));
    }
    return sent;
  }

  /** One that failed stays as it was meant: nobody knows, and the results of all others count. */
  private static Attempt.Sent result(Attempt attempt, Future<Attempt.Sent> done) {
    return done.state() == Future.State.SUCCESS
        ? done.resultNow()
        : new Attempt.Sent(attempt, attempt.intended()); // upholds 2
  }

  private Attempt.Sent sendAlone(
      Attempt attempt, String alert, Effective effective, Instant began) {
    try (Sender.Session session = attempt.by().session()) {
      return new Attempt.Sent(
          attempt,
          attempt.carry(
              session,
              clock.instant().plus(deadline),
              () -> isStillAfter(began, effective, alert), // upholds 4
              clock::instant));
    }
  }

  /** One after the other; between two of them it looks whether the alert still goes out. */
  private List<Attempt.Sent> sendInOrder(
      List<Attempt> attempts, String alert, Effective effective, Instant began) {
    List<Attempt.Sent> sent = new ArrayList<>();
    Instant looked = began;
    try (var sessions = new Senders.Sessions()) {
      for (Attempt attempt : attempts) {
        Instant at = clock.instant();
        if (at.isAfter(began.plus(BATCH_LASTS))) {
          break;
        }
        if (!at.isBefore(looked.plus(LOOK_EVERY))) {
          boolean same = isStill(effective, alert, at);
          if (!same) break; // upholds 4
          looked = at;
        }
        Instant latest = clock.instant().plus(deadline);
        sent.add(
            new Attempt.Sent(
                attempt, attempt.carry(sessions.of(attempt), latest, () -> true, clock::instant)));
      }
    }
    return sent;
  }

  private boolean isStillAfter(Instant looked, Effective effective, String alert) {
    Instant now = clock.instant();
    boolean soon = now.isBefore(looked.plus(LOOK_EVERY));
    if (!soon && !isStill(effective, alert, now)) return false; // upholds 4
    return true;
  }

  /** False too when the store does not say: the results of what was sent are still recorded. */
  private boolean isStill(Effective effective, String alert, Instant now) {
    try {
      return states.effectiveOnceBegun(alert, now).equals(effective);
    } catch (StoreFailure unknown) {
      return false;
    }
  }

  /** Only what is still as this batch meant it: another may have taken it for lost meanwhile. */
  private void recordResults(
      Guarded<Slice> intended, List<Attempt.Sent> sent, List<Attempt> untried, Instant ours) {
    Function<Guarded<Slice>, Decision<Slice, Boolean>> decide =
        read -> {
          if (!(read.state() instanceof Slice.Open slice)) {
            return Decision.keep(false);
          }
          boolean stillOurs = ours.equals(slice.busyUntil());
          Slice.Open next = slice.with(known(sent, slice), stillOurs ? null : slice.busyUntil());
          // Look again at once: it costs one plan to learn when there is more to do.
          return Decision.write(
              Edit.<Slice>of(stillOurs ? next.without(untried) : next, BY)
                  .withDues(dues(read, clock.instant()))
                  .asEssential(),
              true);
        };
    if (slices.changeFrom(intended, decide) instanceof WriteOutcome.Written(var now, var _)
        && now.dues().keySet().equals(Set.of(SEND_DUE))) { // else its history is moved away
      asLeft.put(now.id(), now);
    }
  }

  private static Map<Long, Delivery> known(List<Attempt.Sent> sent, Slice.Open now) {
    Map<Long, Delivery> known = new TreeMap<>();
    for (Attempt.Sent each : sent) {
      long number = each.attempt().number();
      if (each.attempt().intended().equals(now.deliveries().get(number))) {
        known.put(number, each.result());
      }
    }
    return known;
  }

  /** Reports ends that did not reach their destination, unless its owner has left. */
  private void tellUnreached(String alert, Collection<Delivery> stored) {
    stored.stream()
        .filter(d -> d.end() && d.state() == Delivery.State.NEVER)
        .filter(d -> !Delivery.LEFT.equals(d.reason()))
        .forEach(_ -> unreached.accept(alert));
  }

  private WriteOutcome.OfWriting<Slice, Boolean> write(
      Guarded<Slice> read, Slice next, Map<String, Instant> dues) {
    return slices.write(read, Edit.of(next, BY).withDues(dues).asEssential(), true);
  }

  private static Map<String, Instant> dues(Guarded<Slice> read, @Nullable Instant send) {
    Map<String, Instant> dues = new TreeMap<>(read.dues());
    if (send == null) {
      dues.remove(SEND_DUE);
    } else {
      dues.put(SEND_DUE, send);
    }
    return dues;
  }

  /** Until when somebody sends. */
  static Optional<Instant> busy(Slice.Open slice) {
    return Optional.ofNullable(slice.busyUntil());
  }
}
