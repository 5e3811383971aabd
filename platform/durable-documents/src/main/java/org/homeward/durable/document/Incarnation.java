package org.homeward.durable.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * How often this node's data was restored from an earlier copy; kept outside the store.
 *
 * <p>A restore raises it, so that every version written afterwards is above all that were ever
 * published before.
 */
public record Incarnation(int number) {

  public static final Incarnation FIRST = new Incarnation(0);

  public Incarnation {
    if (number < 0) {
      throw new IllegalArgumentException("an incarnation is 0 or more");
    }
  }

  /** The number in the file; 0 when there is none. */
  public static Incarnation read(Path file) {
    try {
      return new Incarnation(Integer.parseInt(Files.readString(file).strip()));
    } catch (NoSuchFileException neverRestored) {
      return FIRST;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version after {@code version}. */
  public long after(long version) {
    return Math.max(version + 1, (long) number << 32);
  }
}
