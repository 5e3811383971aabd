package org.homeward.local.rounds;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.homeward.local.client.Answer;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Reports;
import org.homeward.local.node.Poll;
import org.jspecify.annotations.Nullable;

/**
 * One report of one caller: filed, and released or not, each again and again with the same key
 * until the outcome is known.
 */
final class Call {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(150);

  private final HotlineClient operator;
  private final String plate;
  private final @Nullable String releaseTo;
  private volatile String location = "";
  private volatile long releasedAt;
  private final AtomicInteger repeats = new AtomicInteger();
  private volatile String trouble = "";

  /**
   * @param plate marks the report, so that it is found again in every place
   * @param releaseTo a desk, or null to leave the report held
   */
  Call(HotlineClient operator, String plate, @Nullable String releaseTo) {
    this.operator = operator;
    this.plate = plate;
    this.releaseTo = releaseTo;
  }

  void run() {
    try {
      file();
    } catch (NoOutcome e) {
      trouble = "no outcome within " + PATIENCE.toSeconds() + " s";
    }
  }

  private void file() {
    String key = HotlineClient.newKey();
    Answer opened = untilKnown(() -> operator.open(Reports.marked(plate), key));
    if (opened.status() != 201) {
      trouble = "filing was answered " + opened;
      return;
    }
    location = opened.header("Location");
    if (releaseTo != null) {
      release(opened, releaseTo);
    }
  }

  Told told() {
    return new Told(plate, location, releasedAt != 0, trouble);
  }

  String caseId() {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** {@link System#nanoTime} of the answer to the release; 0 when there was none. */
  long releasedAt() {
    return releasedAt;
  }

  /** How many requests were sent again. */
  int repeats() {
    return repeats.get();
  }

  private void release(Answer opened, String desk) {
    String key = HotlineClient.newKey();
    Answer released =
        untilKnown(
            () ->
                operator.release(
                    opened.text("case"), opened.text("report"), desk, opened.etag(), key));
    if (released.status() == 200) {
      releasedAt = System.nanoTime();
    } else {
      trouble = "releasing was answered " + released;
    }
  }

  private Answer untilKnown(Supplier<Answer> request) {
    AtomicReference<@Nullable Answer> known = new AtomicReference<>();
    boolean inTime =
        Poll.until(
            PATIENCE,
            PAUSE,
            () -> {
              known.set(attempt(request));
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

  private static final class NoOutcome extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Null when the outcome is unknown, or is to try again. */
  private static @Nullable Answer attempt(Supplier<Answer> request) {
    try {
      Answer answer = request.get();
      return answer.status() < 500 ? answer : null;
    } catch (UncheckedIOException unknown) {
      return null;
    }
  }
}
