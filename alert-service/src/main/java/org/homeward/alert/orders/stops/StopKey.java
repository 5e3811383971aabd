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

  private static final int BYTES = 32;

  /** Reads the key; the instance that comes first makes it. */
  static StopKey in(Path data) {
    Path file = data.resolve("stop.key");
    try {
      if (!Files.exists(file)) {
        create(data, file);
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
  private static void create(Path data, Path file) throws IOException {
    Files.createDirectories(data);
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path fresh = Files.createTempFile(data, "stop", ".new", onlyOwner);
    try {
      Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(key));
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException anotherInstanceWasFirst) {
      // Its key is the machine's.
    } finally {
      Files.delete(fresh);
    }
  }

  @Override
  public String toString() {
    return "StopKey[redacted]";
  }
}
