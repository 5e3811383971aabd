package org.homeward.local.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Writes files that appear whole or not at all; only their owner can read secret ones. */
public final class SecretFile {
  private SecretFile() {}

  /** The file's content; the file is made first when it is absent. */
  public static byte[] readOrMake(Path file, Supplier<byte[]> content) {
    try {
      if (Files.notExists(file)) {
        write(file, content.get(), "rw-------");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + file, e);
    }
  }

  static void publish(Path file, byte[] content) {
    try {
      write(file, content, "rw-r--r--");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static void write(Path file, byte[] content, String permissions) throws IOException {
    Files.createDirectories(file.getParent());
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path fresh =
        Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", owner);
    Files.write(fresh, content);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(permissions));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
