package org.homeward.durable.recovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.homeward.durable.store.DurableFile;

/**
 * The progress of a database: counted in the database, and noted outside once a majority has it. A
 * database whose count is behind the note is an earlier copy.
 *
 * @param incarnation under which it was counted
 */
public record RunMark(long n, int incarnation, Instant at) {

  /** Empty when nothing was ever noted. */
  public static Optional<RunMark> read(Path file) {
    try {
      String[] words = Files.readString(file, US_ASCII).strip().split(" ", -1);
      return Optional.of(
          new RunMark(
              Long.parseLong(words[0]), Integer.parseInt(words[1]), Instant.parse(words[2])));
    } catch (NoSuchFileException never) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes it, unless a newer one is noted there. */
  public void note(Path file) {
    if (read(file).filter(newer -> newer.n > n).isPresent()) {
      return; // another instance was quicker
    }
    try {
      DurableFile.replace(file, (n + " " + incarnation + " " + at + "\n").getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
