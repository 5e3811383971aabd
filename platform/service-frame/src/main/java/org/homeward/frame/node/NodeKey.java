package org.homeward.frame.node;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The node's secret for derived ids, in {@code node-id.key}: one for all services of the node. */
public final class NodeKey {

  private static final int BYTES = 32;

  private NodeKey() {}

  /** Reads the key; the first service makes it when there is none. */
  public static byte[] in(Path data) {
    Path file = data.resolve("node-id.key");
    try {
      if (!Files.exists(file)) {
        create(data, file);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or make " + file, e);
    }
  }

  private static byte[] read(Path file) throws IOException {
    String hex = Files.readString(file, US_ASCII).strip();
    if (!hex.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
      throw new IOException("it does not hold 64 hex digits; restore it from the backup");
    }
    return HexFormat.of().parseHex(hex);
  }

  /** Linked into place when it is complete, so that nobody reads half a key or replaces one. */
  private static void create(Path data, Path file) throws IOException {
    Files.createDirectories(data);
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path fresh = Files.createTempFile(data, "node-id", ".new", onlyOwner);
    try {
      Files.writeString(fresh, HexFormat.of().formatHex(key), US_ASCII);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException anotherServiceWasFirst) {
      // Its key is the node's.
    } finally {
      Files.delete(fresh);
    }
  }
}
