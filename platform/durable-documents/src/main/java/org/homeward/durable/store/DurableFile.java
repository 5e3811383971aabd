package org.homeward.durable.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A small file that is replaced atomically: after a crash it has the old content or the new. */
public final class DurableFile {

  private DurableFile() {}

  /** Returns when the new content is on the disk under its name; its owner alone can read it. */
  public static void replace(Path file, byte[] content) throws IOException {
    Path fresh = beside(file, content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flush(requireNonNull(fresh.getParent()));
  }

  /** The same, unless there is a file already: then that one stays. */
  public static void create(Path file, byte[] content) throws IOException {
    Path fresh = beside(file, content);
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException anotherProcessWasFirst) {
      return; // what it wrote counts
    } finally {
      Files.delete(fresh);
    }
    flush(requireNonNull(fresh.getParent()));
  }

  private static Path beside(Path file, byte[] content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    var onlyOwner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path fresh = Files.createTempFile(directory, file.getFileName().toString(), ".new", onlyOwner);
    try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return fresh;
  }

  private static void flush(Path directory) throws IOException {
    try (var folder = FileChannel.open(directory, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
