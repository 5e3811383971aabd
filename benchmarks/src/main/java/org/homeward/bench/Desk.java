package org.homeward.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.local.client.Answer;
import org.homeward.local.client.DeskLogin;
import org.homeward.local.client.Hotline;
import org.homeward.local.client.HotlineClient;
import org.homeward.local.client.Latencies;
import org.homeward.local.client.Reports;

/** An operator who files reports and releases them to one police desk. */
final class Desk {
  private final HotlineClient operator;
  private final DeskLogin police;
  private final String run = HotlineClient.newKey().substring(0, 6).toUpperCase(Locale.ROOT);
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  Desk(Hotline hotline, DeskLogin police) {
    this(hotline.as("ana"), police);
  }

  Desk(HotlineClient operator, DeskLogin police) {
    this.operator = operator;
    this.police = police;
  }

  /** A filed and released report. */
  record Filed(String caseId, String plate, long acceptedAt, long releasedAt) {}

  /**
   * One report.
   *
   * @throws UncheckedIOException when it is not accepted
   */
  Answer file(String plate) {
    return good(operator.open(Reports.marked(plate), HotlineClient.newKey()));
  }

  /** The same as {@link #release}; empty, and counted, when a request was not answered well. */
  Optional<Filed> tryRelease(Latencies accepted) {
    try {
      return Optional.of(release(accepted));
    } catch (UncheckedIOException noOutcome) {
      refused.incrementAndGet();
      return Optional.empty();
    }
  }

  /** Files one report and releases it; takes the time of the first answer. */
  Filed release(Latencies accepted) {
    String plate = nextPlate();
    long begin = System.nanoTime();
    Answer opened = file(plate);
    long at = System.nanoTime();
    accepted.add(Duration.ofNanos(at - begin));
    Answer _ =
        good(
            operator.release(
                opened.text("case"),
                opened.text("report"),
                police.id(),
                opened.etag(),
                HotlineClient.newKey()));
    return new Filed(opened.text("case"), plate, at, System.nanoTime());
  }

  private static Answer good(Answer answer) {
    if (!answer.isSuccess()) {
      throw new UncheckedIOException(new IOException("answered " + answer));
    }
    return answer;
  }

  String nextPlate() {
    return "B" + run + "-" + number.incrementAndGet();
  }

  /** How many requests were not answered as they should be. */
  int refused() {
    return refused.get();
  }
}
