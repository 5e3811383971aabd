package org.homeward.alert.subscribers.sms;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.homeward.alert.subscribers.mail.MailResult;
import org.homeward.schema.people.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a connection to the provider, and sends through it: so many messages a second, so many at a
 * time without an answer. It connects again after it was lost, ever more slowly.
 */
final class SmppLink implements ShortMessages, AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final int MAX_DOUBLINGS = 7;

  /** A connection that held so long was a good one. */
  private static final Duration GOOD = Duration.ofSeconds(30);

  /** An answer that came just before the connection ended still counts. */
  private static final Duration LAST_WORDS = Duration.ofMillis(200);

  /**
   * Segments after the first have so much more time: half a message helps nobody. It is less than a
   * batch has to spare.
   */
  private static final Duration FOR_THE_REST = Duration.ofSeconds(3);

  private final SmppServer server;
  private final Pace pace;
  private final Consumer<String> receipts;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable SmppBond bond;
  private boolean closing;

  /**
   * @param receipts hears of the state in each receipt
   */
  SmppLink(SmppServer server, Pace pace, Consumer<String> receipts, Clock clock) {
    this.server = server;
    this.pace = pace;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** Begins to connect; it does not wait for that. */
  void start() {
    threads.execute(this::keepBound);
  }

  private void keepBound() {
    int failures = 0;
    try {
      do {
        long began = System.nanoTime();
        bindUntilItEnds();
        failures = System.nanoTime() - began > GOOD.toNanos() ? 0 : failures + 1;
      } while (pause(FIRST_PAUSE.toNanos() << Math.min(failures, MAX_DOUBLINGS)));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void bindUntilItEnds() throws InterruptedException {
    try {
      SmppBond made = server.bind(receipts);
      became(made);
      if (isClosing()) {
        made.close();
      }
      SmppAnswer _ = made.ended().get();
    } catch (IOException | ExecutionException notBound) {
      // Health says so; the exception may quote an address.
    }
    became(null);
  }

  private boolean isClosing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  private void became(@Nullable SmppBond now) {
    lock.lock();
    try {
      bond = now;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** False when this is to end. */
  private boolean pause(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!closing && left > 0) {
        left = changed.awaitNanos(left);
      }
      return !closing;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isBound() {
    lock.lock();
    try {
      return bond != null && bond.isUsable();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public SmsResult send(ShortMessage message, Instant latest, BooleanSupplier isStill) {
    // The clock says how much time there is; how it passes is the machine's business.
    long now = System.nanoTime();
    long end = now + Duration.between(clock.instant(), latest).toNanos();
    List<Segments.Segment> segments = Segments.of(message.text(), message.id());
    // The other half of the time is for the answers.
    List<Long> turns = pace.turns(now, now + (end - now) / 2, segments.size());
    return turns.isEmpty()
        ? SmsResult.of(SmsVerdicts.notSent("no-turn")) // upholds 4
        : new Sending(message, isStill, end).send(segments, turns, now);
  }

  @Override
  public SmsCancel cancel(PhoneNumber to, List<String> ids, Instant latest) {
    long end = System.nanoTime() + Duration.between(clock.instant(), latest).toNanos();
    boolean sure = true;
    List<String> left = new ArrayList<>();
    for (String id : ids) {
      switch (cancelled(to, id, end)) {
        case SmppAnswer.Taken _ -> {}
        case SmppAnswer.NotSent _ -> left.add(id);
        case SmppAnswer.Refused(int status) when SmsVerdicts.isThrottling(status) -> left.add(id);
        case SmppAnswer.Refused _, SmppAnswer.Lost _ -> sure = false;
      }
    }
    return new SmsCancel(sure, left);
  }

  private SmppAnswer cancelled(PhoneNumber to, String id, long end) {
    if (SmppBond.usable(id) == null) {
      return new SmppAnswer.Lost("id"); // upholds 4
    }
    long now = System.nanoTime();
    List<Long> turns = pace.turns(now, now + (end - now) / 2, 1);
    try {
      SmppBond used = turns.isEmpty() || !pause(turns.getFirst()) ? null : bondNow();
      if (used == null || !used.reserve(end - System.nanoTime())) {
        return new SmppAnswer.NotSent("no-turn");
      }
      var asked = CompletableFuture.supplyAsync(() -> used.cancel(to, id), threads);
      releaseAfter(asked, used);
      return learned(answer(used, asked, end));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SmppAnswer.NotSent("interrupted");
    }
  }

  private @Nullable SmppBond bondNow() {
    lock.lock();
    try {
      return bond;
    } finally {
      lock.unlock();
    }
  }

  /** A message on its way: it keeps its place in the window until its last segment is through. */
  private final class Sending {

    private final ShortMessage message;
    private final BooleanSupplier isStill;
    private final List<String> taken = new ArrayList<>();
    private long end;
    private boolean begun;
    private boolean hasNameless;
    private @Nullable SmppBond held;
    private CompletableFuture<SmppAnswer> last =
        CompletableFuture.completedFuture(new SmppAnswer.NotSent("no-turn"));

    Sending(ShortMessage message, BooleanSupplier isStill, long end) {
      this.message = message;
      this.isStill = isStill;
      this.end = end;
    }

    SmsResult send(List<Segments.Segment> segments, List<Long> turns, long from) {
      MailResult result = sent(segments, turns, from);
      return hasNameless ? SmsResult.of(result) : new SmsResult(result, taken);
    }

    private MailResult sent(List<Segments.Segment> segments, List<Long> turns, long from) {
      try {
        for (int n = 0; n < segments.size(); n++) {
          SmppAnswer answer = patiently(segments.get(n), from + turns.get(n));
          if (!(answer instanceof SmppAnswer.Taken(var id))) {
            return result(answer);
          }
          named(id);
          end += begun ? 0 : FOR_THE_REST.toNanos();
          begun = true;
        }
        return new MailResult.Accepted(SmsVerdicts.PROVIDER);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return result(new SmppAnswer.NotSent("interrupted"));
      } finally {
        giveBack();
      }
    }

    private void named(@Nullable String id) {
      if (id == null) {
        hasNameless = true;
      } else {
        taken.add(id);
      }
    }

    /** Once one segment is out, the next ones are tried for as long as there is time. */
    private SmppAnswer patiently(Segments.Segment segment, long turn) throws InterruptedException {
      long at = turn;
      while (true) {
        boolean open = pause(at - System.nanoTime());
        SmppAnswer answer = open ? once(segment) : new SmppAnswer.NotSent("no-turn");
        boolean again =
            begun
                && answer instanceof SmppAnswer.Refused(int status)
                && SmsVerdicts.isThrottling(status);
        at = again ? System.nanoTime() + pace.again() : at;
        if (!again || at - end > 0) {
          return answer;
        }
      }
    }

    private SmppAnswer once(Segments.Segment segment) throws InterruptedException {
      SmppBond used = bound(end);
      if (used == null) {
        return new SmppAnswer.NotSent("not-bound");
      }
      if (used != held) {
        giveBack();
        if (!used.reserve(end - System.nanoTime())) {
          return new SmppAnswer.NotSent("window");
        }
        held = used;
      }
      if (!begun && !isStill.getAsBoolean()) {
        return new SmppAnswer.NotSent("stopped"); // upholds 4
      }
      Instant now = clock.instant();
      if (SmsVerdicts.isExpired(message.until(), now)) {
        return new SmppAnswer.NotSent("expired"); // upholds 4
      }
      last = CompletableFuture.supplyAsync(() -> used.submit(message, segment, now), threads);
      return learned(answer(used, last, end));
    }

    /** A person may have what has left before: one segment out is a message out. */
    private MailResult result(SmppAnswer answer) {
      if (begun) return SmsVerdicts.lostPart(reason(answer)); // upholds 4
      return switch (answer) {
        case SmppAnswer.Taken _ -> new MailResult.Accepted(SmsVerdicts.PROVIDER);
        case SmppAnswer.Lost(String reason) -> SmsVerdicts.lost(reason);
        case SmppAnswer.Refused(int status) -> SmsVerdicts.refused(status);
        case SmppAnswer.NotSent(String reason) -> SmsVerdicts.notSent(reason);
      };
    }

    private void giveBack() {
      if (held != null) {
        releaseAfter(last, held);
        held = null;
      }
    }
  }

  /** What is not answered yet still fills the window. */
  private static void releaseAfter(CompletableFuture<SmppAnswer> last, SmppBond held) {
    var _ = last.whenComplete((_, _) -> held.release());
  }

  private static String reason(SmppAnswer answer) {
    return switch (answer) {
      case SmppAnswer.Taken _ -> "taken";
      case SmppAnswer.Lost(String reason) -> reason;
      case SmppAnswer.Refused(int status) -> Integer.toHexString(status);
      case SmppAnswer.NotSent(String reason) -> reason;
    };
  }

  private @Nullable SmppBond bound(long end) throws InterruptedException {
    lock.lock();
    try {
      while (bond == null || !bond.isUsable()) {
        long left = end - System.nanoTime();
        if (closing || left <= 0 || changed.awaitNanos(left) <= 0) {
          return null;
        }
      }
      return bond;
    } finally {
      lock.unlock();
    }
  }

  /** The library does not hear that the connection has ended, and would wait its whole time. */
  private static SmppAnswer answer(
      SmppBond used, CompletableFuture<SmppAnswer> answered, long end) {
    try {
      CompletableFuture.anyOf(answered, used.ended())
          .get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      return answered.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silent) {
      return new SmppAnswer.Lost(used.isUsable() ? "timeout" : "closed");
    } catch (ExecutionException failed) {
      return new SmppAnswer.Lost("failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SmppAnswer.Lost("interrupted");
    }
  }

  private SmppAnswer learned(SmppAnswer answer) {
    switch (answer) {
      case SmppAnswer.Taken _ -> pace.taken();
      case SmppAnswer.Refused(int status) when SmsVerdicts.isThrottling(status) ->
          pace.slower(System.nanoTime());
      case SmppAnswer.Refused _, SmppAnswer.NotSent _, SmppAnswer.Lost _ -> {}
    }
    return answer;
  }

  @Override
  public void close() {
    SmppBond last;
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
      last = bond;
    } finally {
      lock.unlock();
    }
    if (last != null) {
      last.close();
    }
    threads.shutdown();
  }
}
