package org.homeward.alert.subscribers.sms;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.homeward.alert.subscribers.mail.MailResult;
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
  public MailResult send(ShortMessage message, Instant latest) {
    // The clock says how much time there is; how it passes is the machine's business.
    long end = System.nanoTime() + Duration.between(clock.instant(), latest).toNanos();
    boolean begun = false;
    for (Segments.Segment segment : Segments.of(message.text(), message.id())) {
      SmppAnswer answer = patiently(message, segment, begun, end);
      if (!(answer instanceof SmppAnswer.Taken)) {
        return result(answer, begun);
      }
      begun = true;
    }
    return new MailResult.Accepted(SmsVerdicts.PROVIDER);
  }

  /** Once one segment is out, the next ones are tried for as long as there is time. */
  private SmppAnswer patiently(
      ShortMessage message, Segments.Segment segment, boolean begun, long end) {
    while (true) {
      SmppAnswer answer = once(message, segment, end);
      boolean again =
          begun
              && answer instanceof SmppAnswer.Refused(int status)
              && SmsVerdicts.isThrottling(status)
              && end - System.nanoTime() > 0;
      if (!again) {
        return answer;
      }
    }
  }

  /** A person may have what has left before: one segment out is a message out. */
  private static MailResult result(SmppAnswer answer, boolean begun) {
    if (begun) return SmsVerdicts.lost("part-" + reason(answer)); // upholds 4
    return switch (answer) {
      case SmppAnswer.Taken _ -> new MailResult.Accepted(SmsVerdicts.PROVIDER);
      case SmppAnswer.Lost(String reason) -> SmsVerdicts.lost(reason);
      case SmppAnswer.Refused(int status) -> SmsVerdicts.refused(status);
      case SmppAnswer.NotSent(String reason) -> SmsVerdicts.notSent(reason);
    };
  }

  private static String reason(SmppAnswer answer) {
    return switch (answer) {
      case SmppAnswer.Taken _ -> "taken";
      case SmppAnswer.Lost(String reason) -> reason;
      case SmppAnswer.Refused(int status) -> Integer.toHexString(status);
      case SmppAnswer.NotSent(String reason) -> reason;
    };
  }

  private SmppAnswer once(ShortMessage message, Segments.Segment segment, long end) {
    try {
      boolean turn = takeTurn(end);
      if (!turn) {
        return new SmppAnswer.NotSent("no-turn");
      }
      SmppBond used = bound(end);
      if (used == null) {
        return new SmppAnswer.NotSent("not-bound");
      }
      if (!used.reserve(end - System.nanoTime())) {
        return new SmppAnswer.NotSent("window");
      }
      return learned(answer(used, message, segment, end));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SmppAnswer.NotSent("interrupted");
    }
  }

  private boolean takeTurn(long end) throws InterruptedException {
    OptionalLong wait = pace.turn(System.nanoTime(), end);
    return wait.isPresent() && pause(wait.getAsLong());
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
  private SmppAnswer answer(
      SmppBond used, ShortMessage message, Segments.Segment segment, long end) {
    Instant now = clock.instant();
    CompletableFuture<SmppAnswer> answered =
        CompletableFuture.supplyAsync(() -> used.submit(message, segment, now), threads);
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
