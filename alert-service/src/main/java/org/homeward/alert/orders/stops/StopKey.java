package org.homeward.alert.orders.stops;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of this machine, in {@code stop.key}: a process that can read it may stop alerts. */
record StopKey(String text) {

  private static final String NAME = "stop.key";
  private static final int BYTES = 32;

  /**
   * Reads the key; the instance that comes first makes it.
   *
   * @param data where earlier releases kept it: a key that stands there alone is moved, and works
   */
  static StopKey in(Path secrets, Path data) {
    Path file = secrets.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        create(secrets, file, data.resolve(NAME));
      }
      String text = Files.readString(file, US_ASCII).strip();
      if (!text.matches("[A-Za-z0-9_-]{43}")) {
        throw new IOException("it does not hold a key; delete it and start again");
      }
      return new StopKey(text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make " + file, e);
    }
  }

  /** Takes the same time wherever the two differ. */
  boolean fits(String given) {
    return MessageDigest.isEqual(text.getBytes(US_ASCII), given.getBytes(US_ASCII));
  }

  /** Linked into place when it is complete, so that nobody reads half a key or replaces one. */
  private static void create(Path secrets, Path file, Path earlier) throws IOException {
    Files.createDirectories(secrets);
    boolean moves = Files.exists(earlier);
    String key = moves ? Files.readString(earlier, US_ASCII) : random();
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path fresh = Files.createTempFile(secrets, "stop", ".new", onlyOwner);
    try {
      Files.writeString(fresh, key);
      Files.createLink(file, fresh);
      if (moves) {
        Files.delete(earlier);
      }
    } catch (FileAlreadyExistsException anotherInstanceWasFirst) {
      // Its key is the machine's.
    } finally {
      Files.delete(fresh);
    }
  }

  private static String random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  @Override
  public String toString() {
    return "StopKey[redacted]";
  }
}
