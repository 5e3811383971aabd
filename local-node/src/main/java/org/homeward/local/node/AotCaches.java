package org.homeward.local.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * AOT caches: classes and method profiles of a training run, kept for later starts (JEP 483, 514,
 * 515), one for each kind of process, beside the jars of the build it fits. It wants plain jars on
 * the class path, so a jar of jars lies there unpacked.
 *
 * <p>The JVM compares names, sizes and times of jars, and the build gives all jars the same time: a
 * cache must not be taken to another build, which may have jars of the same sizes.
 */
final class AotCaches {
  /** Only the owner may write to the directory, because JVMs execute the cached code. */
  static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rwx------");

  private final Path directory;

  private AotCaches(Path directory) {
    this.directory = directory;
  }

  /** The caches that fit the build of this jar. */
  static AotCaches beside(Path jar) {
    return new AotCaches(jar.resolveSibling("aot"));
  }

  /**
   * Adds the cache to the process when there is one. The JVM itself checks whether a cache fits jar
   * and JVM, and starts without it otherwise.
   *
   * @param log where the JVM logs the result of that check
   */
  ProcessPlan using(ProcessPlan plain, Path log) {
    Path cache = directory.resolve(name(plain) + ".aot");
    if (!Files.exists(cache) || !isOursAlone()) {
      return plain;
    }
    return plain
        .from(unpacked(directory, plain.jar()))
        .withOptions(
            List.of(
                "-XX:AOTMode=auto",
                "-XX:AOTCache=" + cache,
                "-Xlog:aot=info:file=\"" + log + "\":tags",
                "-Xlog:aot*=off:stdout")); // a log of JSON lines stays one
  }

  /** The directory with the unpacked jars. */
  static Path unpacked(Path caches, Path jar) {
    return caches.resolve(kind(jar)).resolve(jar.getFileName());
  }

  /** Equal for all instances of a process, on all nodes. */
  static String name(ProcessPlan process) {
    String kind = kind(process.jar());
    return process.arguments().isEmpty() ? kind : kind + "-" + process.arguments().getFirst();
  }

  /** The name of its directory. */
  static String kind(Path jar) {
    return String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "");
  }

  private boolean isOursAlone() {
    try {
      return Files.getPosixFilePermissions(directory).equals(OURS_ALONE);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
