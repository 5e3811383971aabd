package org.homeward.durable.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.homeward.durable.store.DurableFile;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a sealed log, in a file outside the store: a line {@code id secret} for each, the
 * newest last. A line that is added is a new key; the log writes behind it with which entry it came
 * into use.
 */
public final class KeyFile {

  private static final int BYTES = 32;

  private final Path file;
  private volatile @Nullable Read last;

  public KeyFile(Path file) {
    this.file = file;
  }

  /** The content of the file when it looked like this. */
  private record Read(Object stamp, ChainKeys keys) {}

  /**
   * The keys, as the file holds them now; empty when there is no file.
   *
   * @throws KeyMissing when there is one that cannot be read
   */
  public Optional<ChainKeys> read() {
    try {
      Object stamp = stamp();
      Read known = last;
      if (known == null || !known.stamp().equals(stamp)) {
        known = new Read(stamp, ChainKeys.parse(Files.readString(file, US_ASCII)));
        last = known;
      }
      return Optional.of(known.keys());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new KeyMissing(file + " cannot be read: " + e.getClass().getSimpleName());
    } catch (IllegalArgumentException e) {
      throw new KeyMissing(file + ": " + e.getMessage());
    }
  }

  /** Files are replaced, not written over; a person's editor may write over. */
  private Object stamp() throws IOException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return List.of(
        String.valueOf(attributes.fileKey()), attributes.lastModifiedTime(), attributes.size());
  }

  /** Makes a first key, unless there is a file: then that one counts. */
  void create() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      write(new ChainKeys(List.of(new ChainKey("k1", secret, OptionalLong.empty()))), true);
    } catch (IOException e) {
      throw new KeyMissing(file + " cannot be made: " + e.getClass().getSimpleName());
    }
  }

  /**
   * Writes down with which entry a key came into use.
   *
   * @throws KeyMissing when the file cannot be written
   */
  synchronized void note(String id, long n) {
    List<ChainKey> keys =
        read().orElseThrow(() -> new KeyMissing(file + " is gone")).all().stream()
            .map(
                key ->
                    key.id().equals(id) ? new ChainKey(id, key.secret(), OptionalLong.of(n)) : key)
            .toList();
    try {
      write(new ChainKeys(keys), false);
    } catch (IOException e) {
      throw new KeyMissing(file + " cannot be written: " + e.getClass().getSimpleName());
    }
  }

  private void write(ChainKeys keys, boolean asFirst) throws IOException {
    String text =
        keys.all().stream().map(ChainKey::line).collect(Collectors.joining("\n", "", "\n"));
    if (asFirst) {
      DurableFile.create(file, text.getBytes(US_ASCII));
    } else {
      DurableFile.replace(file, text.getBytes(US_ASCII));
    }
  }
}
