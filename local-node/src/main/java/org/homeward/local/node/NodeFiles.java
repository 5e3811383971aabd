package org.homeward.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.Stream;
import org.homeward.local.registry.SecretFile;
import org.jspecify.annotations.Nullable;

/** The directory of a node: creates it, locks it for one command at a time, deletes it. */
final class NodeFiles {
  private NodeFiles() {}

  private static final int SECRET_BYTES = 32;

  static void prepare(NodePlan node) {
    try {
      Files.createDirectories(node.data());
      Files.createDirectories(node.logs());
      Files.createDirectories(node.checkpoints());
      SecretFile.readOrMake(node.storeSecret(), NodeFiles::secret);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + node.directory(), e);
    }
  }

  private static byte[] secret() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encode(random);
  }

  /** Prevents other commands from starting or stopping this node. */
  static FileChannel lock(NodePlan node) {
    try {
      Path directory = node.directory();
      Path lock = directory.resolveSibling(directory.getFileName() + ".lock"); // outlives erase
      Files.createDirectories(directory.getParent());
      var file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (held(file) == null) {
        file.close();
        throw new NodeFailure(
            "Another command works on the node in "
                + directory
                + " at this moment; repeat this one when it is done.");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + node.directory(), e);
    }
  }

  /** Everything in it. */
  static void delete(Path directory) {
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + directory, e);
    }
  }

  private static @Nullable FileLock held(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException ofThisProcess) {
      return null;
    }
  }
}
