package org.homeward.local.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the caches of a build: the processes record while the story plays, and write their caches
 * when they stop. Either all caches appear or none.
 */
public final class AotTraining {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path kept;
  private final Path fresh;
  private final Map<Path, Path> unpacked = new ConcurrentHashMap<>();

  private AotTraining(Path kept) {
    this.kept = kept;
    this.fresh = kept.resolveSibling(kept.getFileName() + ".new");
  }

  /** For the build of which this is a jar. */
  public static AotTraining beside(Path jar) {
    return new AotTraining(jar.resolveSibling("aot"));
  }

  /**
   * Whether this build has its caches. They are never replaced, because running processes use them.
   */
  public boolean isDone() {
    return Files.exists(kept);
  }

  /** Deletes what an interrupted run has left. */
  public void begin() throws IOException {
    NodeFiles.delete(fresh);
    Files.createDirectory(fresh, PosixFilePermissions.asFileAttribute(AotCaches.OURS_ALONE));
  }

  /** The process with the options that make it record. */
  public ProcessPlan recording(ProcessPlan plain) {
    return plain
        .from(unpacked.computeIfAbsent(plain.jar(), this::unpack))
        .withOptions(List.of("-XX:AOTCacheOutput=" + cache(plain)));
  }

  /**
   * Stops a recording process, and waits until another JVM has made a cache of its recording.
   *
   * @return megabytes
   */
  public double end(Node node, ProcessPlan process) throws IOException {
    Processes.End end = node.processes().stop(process, PATIENCE);
    if (end != Processes.End.BY_ITSELF || Files.notExists(cache(process))) {
      throw new NodeFailure(
          "%s made no cache (%s); the end of %s says why."
              .formatted(process.name(), end, node.plan().log(process)));
    }
    return Files.size(cache(process)) / 1e6;
  }

  /** Publishes the caches: later starts use them. */
  public void keep() throws IOException {
    Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path cache(ProcessPlan process) {
    return fresh.resolve(AotCaches.name(process) + ".aot");
  }

  private Path unpack(Path jar) {
    Path to = AotCaches.unpacked(fresh, jar);
    try {
      Process unpacking =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Djarmode=tools",
                  "-jar",
                  jar.toString(),
                  "extract",
                  "--destination",
                  fresh.resolve(AotCaches.kind(jar)).toString())
              .redirectErrorStream(true)
              .redirectOutput(fresh.resolve("unpacking.log").toFile())
              .start();
      if (unpacking.waitFor() != 0 || Files.notExists(to)) {
        throw new NodeFailure(jar + " could not be unpacked.");
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NodeFailure("Interrupted.");
    }
  }
}
