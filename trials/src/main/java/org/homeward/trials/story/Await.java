package org.homeward.trials.story;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.homeward.local.node.Poll;
import org.jspecify.annotations.Nullable;

/** Repeats a read until its result is as expected. */
final class Await {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private Await() {}

  /** Waits until the value is as expected and returns it; {@code what} names the expectation. */
  static <T> T seen(String what, Supplier<T> look, Predicate<T> wanted) {
    return seen(what, PATIENCE, look, wanted);
  }

  static <T> T seen(String what, Duration patience, Supplier<T> look, Predicate<T> wanted) {
    AtomicReference<@Nullable T> last = new AtomicReference<>();
    boolean inTime =
        Poll.until(
            patience,
            PAUSE,
            () -> {
              last.set(look.get());
              return wanted.test(last.get());
            });
    T found = last.get();
    if (!inTime || found == null) {
      throw new Expect.Mismatch(what, "nothing of it in " + patience.toSeconds() + " s");
    }
    return found;
  }

  /** The elapsed time, as a step's line ends with it. */
  static String after(long begin) {
    return "after " + (System.nanoTime() - begin) / 1_000_000 + " ms";
  }
}
