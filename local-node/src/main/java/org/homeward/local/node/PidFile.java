package org.homeward.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The started process of a node, and where its own lines in the log begin.
 *
 * <p>A pid alone may belong to another process by now; pid and start time together do not.
 */
record PidFile(long pid, Instant started, long logFrom) {

  /** The reported start time of a process moves a little when the system's clock is set. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

  static Optional<PidFile> read(Path file) {
    try {
      String[] fields = Files.readString(file).strip().split(" ", -1);
      return fields.length == 3
          ? Optional.of(
              new PidFile(
                  Long.parseLong(fields[0]), Instant.parse(fields[1]), Long.parseLong(fields[2])))
          : Optional.empty(); // this machine lost power while it was written
    } catch (NoSuchFileException neverStarted) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) throws IOException {
    Files.writeString(file, pid + " " + started + " " + logFrom + "\n");
  }

  Optional<LiveProcess> process() {
    return ProcessHandle.of(pid)
        .map(LiveProcess::new)
        .filter(LiveProcess::isAlive)
        .filter(live -> isSame(live.started()));
  }

  private boolean isSame(Instant start) {
    return Duration.between(started, start).abs().compareTo(CLOCK_STEP) <= 0;
  }
}
