package org.homeward.engines.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second engine, of this process or another, out of a directory.
 *
 * <p>The system drops a process's lock when the process closes <em>any</em> handle on the file; so
 * this class keeps a set of the held directories, and the owner's id in a second file.
 */
public final class DirectoryLock implements AutoCloseable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel file;

  private DirectoryLock(Path directory, FileChannel file) {
    this.directory = directory;
    this.file = file;
  }

  /** Creates the directory if needed; fails at once when it is in use. */
  public static DirectoryLock take(Path wanted) throws IOException {
    Path directory = Files.createDirectories(wanted).toRealPath();
    if (!HELD.add(directory)) {
      throw new IOException(directory + " is used by another engine of this process");
    }
    try {
      return new DirectoryLock(directory, locked(directory));
    } catch (IOException e) {
      HELD.remove(directory);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
    HELD.remove(directory);
  }

  private static FileChannel locked(Path directory) throws IOException {
    Path owner = directory.resolve("owner");
    var file =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      file.close();
      String id = Files.exists(owner) ? Files.readString(owner) : "unknown";
      throw new IOException(
          "%s is used by another process (%s); stop that one first".formatted(directory, id));
    }
    Files.writeString(owner, "pid " + ProcessHandle.current().pid());
    return file;
  }
}
