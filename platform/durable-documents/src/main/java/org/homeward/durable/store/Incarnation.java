package org.homeward.durable.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How often this node's data was restored from an earlier copy; kept outside the store.
 *
 * <p>A restore raises it, so that every version written afterwards is above all that were ever
 * published before. It can become higher only while a service opens, before anything is written.
 */
public final class Incarnation {

  public static final Incarnation FIRST = new Incarnation(0);

  private volatile int number;

  public Incarnation(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("an incarnation is 0 or more");
    }
    this.number = number;
  }

  /** The number in the file; 0 when there is none. */
  public static Incarnation read(Path file) {
    return new Incarnation(numberIn(file));
  }

  /**
   * Raises the file to a number, unless it has that or a higher one, whoever else does so now.
   *
   * @return what the file holds then
   */
  public static synchronized int raise(Path file, int atLeast) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path lock = file.resolveSibling(file.getFileName() + ".lock");
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        int now = numberIn(file);
        if (now < atLeast) {
          DurableFile.replace(file, (atLeast + "\n").getBytes(US_ASCII));
        }
        return Math.max(now, atLeast);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int numberIn(Path file) {
    try {
      return Integer.parseInt(Files.readString(file).strip());
    } catch (NoSuchFileException neverRestored) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int number() {
    return number;
  }

  /** From now on it is this one; a lower one is ignored. */
  public synchronized void become(int higher) {
    number = Math.max(number, higher);
  }

  /** The version after {@code version}. */
  public long after(long version) {
    return Math.max(version + 1, (long) number << 32);
  }

  @Override
  public String toString() {
    return "Incarnation[" + number + "]";
  }
}
