package org.homeward.trials.soak.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.homeward.local.client.Answer;

/** Records every request in memory and in a file, so that a run can be analysed afterwards. */
public final class History {
  private static final Duration LEARNS_WITHIN = Duration.ofSeconds(12);
  private static final Duration CONCERNS_FOR = Duration.ofMinutes(3);

  private final Path file;
  private final Clock clock;
  private final Duration patience;
  private final List<Operation> operations = new ArrayList<>(); // guarded by itself
  private final List<Restored> restores = new CopyOnWriteArrayList<>();

  public History(Path file, Clock clock) {
    this(file, clock, Duration.ofMinutes(5));
  }

  /**
   * @param patience how long a person repeats a request without an outcome; longer than any outage
   */
  public History(Path file, Clock clock, Duration patience) {
    this.file = file;
    this.clock = clock;
    this.patience = patience;
  }

  public Duration patience() {
    return patience;
  }

  /** The object of a request. */
  public record Asked(String node, Kind kind, String subject, String by, String key) {}

  /**
   * Sends a request and records it.
   *
   * @param gave finds the id of the created thing in a good answer
   * @throws UncheckedIOException when nothing was answered
   */
  public Answer record(Asked asked, Supplier<Answer> request, Function<Answer, String> gave) {
    Instant invoked = clock.instant();
    try {
      Answer answer = request.get();
      add(
          new Operation(
              asked.node(),
              asked.kind(),
              asked.subject(),
              asked.by(),
              asked.key(),
              invoked,
              clock.instant(),
              answer.status(),
              answer.isSuccess() ? gave.apply(answer) : "",
              answer.isProblem() ? answer.text("type") : ""));
      return answer;
    } catch (UncheckedIOException nothing) {
      add(
          new Operation(
              asked.node(),
              asked.kind(),
              asked.subject(),
              asked.by(),
              asked.key(),
              invoked,
              null,
              0,
              "",
              ""));
      throw nothing;
    }
  }

  public List<Operation> operations() {
    synchronized (operations) {
      return List.copyOf(operations);
    }
  }

  /** Records that a node was brought back from an earlier copy. */
  public void add(Restored restored) {
    restores.add(restored);
    write(restored.json());
  }

  public List<Restored> restores() {
    return List.copyOf(restores);
  }

  /** A restored node will not learn more than it knows now. */
  public boolean isLongSinceRestored(Instant asked) {
    Instant now = clock.instant();
    return restores.stream()
        .map(Restored::opened)
        .filter(opened -> opened.plus(CONCERNS_FOR).isAfter(now))
        .map(opened -> opened.isAfter(asked) ? opened : asked)
        .anyMatch(since -> since.plus(LEARNS_WITHIN).isBefore(now));
  }

  public Instant now() {
    return clock.instant();
  }

  private void add(Operation operation) {
    synchronized (operations) {
      operations.add(operation);
      write(operation.json());
    }
  }

  private synchronized void write(String line) {
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
