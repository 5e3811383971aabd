package org.homeward.alert.orders.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.homeward.alert.orders.alerts.AlertStates;
import org.homeward.alert.orders.alerts.AlertStates.Effective;
import org.homeward.alert.subscribers.mail.Breakers;
import org.homeward.alert.subscribers.mail.EmailAddress;
import org.homeward.alert.subscribers.mail.Mail;
import org.homeward.alert.subscribers.mail.Mailer;
import org.homeward.alert.subscribers.mail.Result;
import org.homeward.alert.subscribers.subscriptions.Destination;
import org.homeward.alert.subscribers.subscriptions.SubscriptionNumbers;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Sends a batch of what a slice owes: read the five states, store what is meant, send, store what
 * became of it. Who dies in between leaves what was meant, and that counts as received.
 */
final class SendSlice {

  /** The due at which somebody can be sent something. */
  static final String SEND_DUE = "send";

  /** An end that nobody takes for so long is not tried again, and listed. */
  static final Duration GIVE_UP = Duration.ofHours(24);

  /** No mail of a batch is begun later; what is left of it is as it was before. */
  private static final Duration BATCH_LASTS = Duration.ofSeconds(4);

  /** The five states are read again before a mail when they were last read so long ago. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private static final Duration TO_STORE = Duration.ofSeconds(5);
  private static final int MAX_DOUBLINGS = 5;
  private static final String BY = "alert";

  private final GuardedDocuments<Slice> slices;
  private final AlertStates states;
  private final PlanBatch planBatch;
  private final Breakers breakers;
  private final Letters letters;
  private final Mailer mailer;
  private final Duration deadline;
  private final Consumer<String> nothingLeft;
  private final Consumer<String> unreached;
  private final Clock clock;

  /** As the last batch of each has left it: if nobody has written since, that need not be read. */
  private final Map<String, Guarded<Slice>> asLeft = new ConcurrentHashMap<>();

  /**
   * @param deadline how long one mail may take
   * @param nothingLeft is told the alert of a slice whose ends are out
   * @param unreached is told the alert for each end that could not be delivered
   */
  SendSlice(
      GuardedDocuments<Slice> slices,
      AlertStates states,
      SubscriptionNumbers numbers,
      CasesAreFresh fresh,
      Breakers breakers,
      SliceIds ids,
      Mailer mailer,
      Duration deadline,
      Consumer<String> nothingLeft,
      Consumer<String> unreached,
      Clock clock) {
    this.slices = slices;
    this.states = states;
    this.planBatch = new PlanBatch(numbers, fresh, breakers);
    this.breakers = breakers;
    this.letters = new Letters(ids);
    this.mailer = mailer;
    this.deadline = deadline;
    this.nothingLeft = nothingLeft;
    this.unreached = unreached;
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
    return batch.send().isEmpty()
        ? rest(read, slice, batch, effective)
        : send(read, slice, batch, effective, now);
  }

  /** Nobody can be sent anything now. */
  private boolean rest(Guarded<Slice> read, Slice.Open slice, Batch batch, Effective effective) {
    var dues = dues(read, batch.next().orElse(null));
    var outcome = write(read, slice.with(batch.noted(), null), dues);
    boolean isDone = batch.next().isEmpty() && effective instanceof Effective.Ends;
    if (outcome instanceof Outcome.Written<Slice, Boolean>) {
      tellUnreached(slice, batch.noted());
      if (isDone) {
        nothingLeft.accept(slice.alert());
      }
    }
    return outcome instanceof Outcome.Stale<Slice, Boolean>;
  }

  private boolean send(
      Guarded<Slice> read, Slice.Open slice, Batch batch, Effective effective, Instant now) {
    // The last mail may take its whole time, and the results must still be stored.
    Instant until = now.plus(BATCH_LASTS).plus(deadline).plus(TO_STORE);
    Map<Long, Delivery> stored = new TreeMap<>(batch.noted());
    Map<Long, Mail> mails = new TreeMap<>();
    Letters.Letter letter = letter(slice.alert(), effective);
    batch.send().forEach((n, d) -> write(slice, batch, letter, n, d, mails, stored));
    var written = write(read, slice.with(stored, until), dues(read, until));
    if (!(written instanceof Outcome.Written(var intended, var _))) {
      return true;
    }
    tellUnreached(slice, stored);
    Map<Long, Delivery> results = new TreeMap<>();
    Instant looked = now;
    try (Mailer.Session session = mailer.session()) {
      for (Map.Entry<Long, Mail> mail : mails.entrySet()) {
        Instant at = clock.instant();
        if (at.isAfter(now.plus(BATCH_LASTS))) {
          break;
        }
        if (!at.isBefore(looked.plus(LOOK_EVERY))) {
          boolean same = states.effective(slice.alert(), at).equals(effective);
          if (!same) break; // upholds 4
          looked = at;
        }
        Delivery meant = requireNonNull(batch.send().get(mail.getKey()));
        results.put(mail.getKey(), sent(session, mail.getValue(), meant));
      }
    }
    Set<Long> untried = new TreeSet<>(mails.keySet());
    untried.removeAll(results.keySet());
    results(intended, slice, batch.send(), results, untried, until);
    tellUnreached(slice, results);
    return true;
  }

  /** Writes one mail; what no mail can be made of is noted. */
  private void write(
      Slice.Open slice,
      Batch batch,
      Letters.Letter letter,
      long number,
      Delivery delivery,
      Map<Long, Mail> mails,
      Map<Long, Delivery> stored) {
    Destination to = requireNonNull(batch.to().get(number));
    try {
      Delivery before = slice.deliveries().get(number);
      mails.put(number, letter.to(to, delivery, before));
      stored.put(number, delivery); // upholds 2
    } catch (IllegalArgumentException badAddress) {
      stored.put(number, delivery.became(Delivery.State.NEVER, null, "bad-address", null));
    }
  }

  private Delivery sent(Mailer.Session session, Mail mail, Delivery delivery) {
    Result result = session.send(mail, clock.instant().plus(deadline));
    breakers.learn(EmailAddress.domainOf(mail.to()), result);
    return became(delivery, result, clock.instant());
  }

  static Delivery became(Delivery sent, Result result, Instant now) {
    return switch (result) {
      case Result.Accepted(String provider) ->
          sent.became(Delivery.State.ACCEPTED, null, null, provider);
      // After an unknown outcome an earlier attempt may have arrived, whatever this one did.
      case Result.Later(Duration after, String reason) ->
          sent.became(
              Delivery.State.LATER, now.plus(backOff(after, sent)), reason, sent.provider());
      case Result.Never(String reason) when sent.unknowns() > 0 ->
          sent.became(Delivery.State.UNKNOWN, null, reason, sent.provider());
      case Result.Never(String reason) -> sent.became(Delivery.State.NEVER, null, reason, null);
      case Result.Unknown(String provider, String reason) ->
          sent.became(Delivery.State.UNKNOWN, now.plus(Steps.REPEAT_AFTER), reason, provider);
    };
  }

  private static Duration backOff(Duration after, Delivery sent) {
    return after.multipliedBy(1L << Math.min(sent.refusals(), MAX_DOUBLINGS));
  }

  private Letters.Letter letter(String alert, Effective effective) {
    return switch (effective) {
      case Effective.Goes(var active) -> letters.edition(alert, active.issue());
      case Effective.Ends(var over) -> letters.end(alert, over);
      case Effective.Held _, Effective.Nothing _ ->
          throw new IllegalStateException("nothing is sent in this state");
    };
  }

  /** Whom no end reaches, somebody must hear of; who has left is no such case. */
  private void tellUnreached(Slice.Open slice, Map<Long, Delivery> stored) {
    stored.values().stream()
        .filter(d -> d.end() && d.state() == Delivery.State.NEVER)
        .filter(d -> !PlanBatch.LEFT.equals(d.reason()))
        .forEach(_ -> unreached.accept(slice.alert()));
  }

  /** Only what is still as this batch meant it: another may have taken it for lost meanwhile. */
  private void results(
      Guarded<Slice> intended,
      Slice.Open before,
      Map<Long, Delivery> meant,
      Map<Long, Delivery> results,
      Set<Long> untried,
      Instant ours) {
    Function<Guarded<Slice>, Decision<Slice, Boolean>> decide =
        read -> {
          if (!(read.state() instanceof Slice.Open slice)) {
            return Decision.keep(false);
          }
          Instant busy = ours.equals(slice.busyUntil()) ? null : slice.busyUntil();
          Map<Long, Delivery> known = new TreeMap<>(results);
          known.keySet().removeIf(n -> !Objects.equals(meant.get(n), slice.deliveries().get(n)));
          Slice.Open next = slice.with(known, busy);
          if (busy == null && slice.busyUntil() != null) {
            next = next.asBefore(before, untried);
          }
          // Look again at once: it costs one plan to learn when there is more to do.
          return Decision.write(
              Edit.<Slice>of(next, BY).withDues(dues(read, clock.instant())).asEssential(), true);
        };
    if (slices.changeFrom(intended, decide) instanceof Outcome.Written(var now, var _)
        && now.dues().keySet().equals(Set.of(SEND_DUE))) { // else its history is moved away
      asLeft.put(now.id(), now);
    }
  }

  private Outcome.OfWriting<Slice, Boolean> write(
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
