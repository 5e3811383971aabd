package org.homeward.local.rounds;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.homeward.local.client.Answer;
import org.homeward.local.node.Poll;
import org.jspecify.annotations.Nullable;

/** Sends the same request again and again until its outcome is known. */
final class Repeat {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final AtomicInteger repeats = new AtomicInteger();

  /** No outcome in all this time. */
  static final class NoOutcome extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoOutcome() {
      super("no outcome within " + PATIENCE.toSeconds() + " s");
    }
  }

  /** How many requests were sent again. */
  int count() {
    return repeats.get();
  }

  Answer untilKnown(Supplier<Answer> request) {
    return untilKnown(request, answer -> false);
  }

  /**
   * The first answer that says something for good.
   *
   * @param notYet an answer that only says that it is too early
   */
  Answer untilKnown(Supplier<Answer> request, Predicate<Answer> notYet) {
    AtomicReference<@Nullable Answer> known = new AtomicReference<>();
    boolean inTime =
        Poll.until(
            PATIENCE,
            PAUSE,
            () -> {
              known.set(attempt(request, notYet));
              repeats.incrementAndGet();
              return known.get() != null;
            });
    repeats.decrementAndGet(); // the first request of this wish is none
    Answer answer = known.get();
    if (!inTime || answer == null) {
      throw new NoOutcome();
    }
    return answer;
  }

  /** Null when the outcome is unknown, or is to try again. */
  private static @Nullable Answer attempt(Supplier<Answer> request, Predicate<Answer> notYet) {
    try {
      Answer answer = request.get();
      return answer.status() >= 500 || notYet.test(answer) ? null : answer;
    } catch (UncheckedIOException unknown) {
      return null;
    }
  }
}
