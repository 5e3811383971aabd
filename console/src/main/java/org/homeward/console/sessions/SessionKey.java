package org.homeward.console.sessions;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.homeward.durable.store.DurableFile;

/**
 * The key that seals sessions, in a file outside the store. Without the file a new one is made, and
 * everybody logs in again.
 */
final class SessionKey {

  private static final int BYTES = 32;

  private SessionKey() {}

  static byte[] in(Path directory) {
    Path file = directory.resolve("console-sessions.key");
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(directory);
        // Another instance may be first: its key counts.
        DurableFile.create(file, HexFormat.of().formatHex(fresh).getBytes(US_ASCII));
      }
      String hex = Files.readString(file, US_ASCII).strip();
      if (!hex.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
        throw new IllegalStateException(
            file + " does not hold 64 hex digits; delete it, and everybody logs in again.");
      }
      return HexFormat.of().parseHex(hex);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make " + file, e);
    }
  }
}
