package org.homeward.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and when figures were taken.
 *
 * @param loadBefore processes that ran or waited in the minute before; figures above 0.5 are taken
 *     on a machine that does something else as well
 */
record Machine(
    String system,
    int processors,
    long memoryMegabytes,
    String jvm,
    String revision,
    Instant at,
    double loadBefore) {

  static Machine now(Path root, Clock clock) {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        revision(root),
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        load());
  }

  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  @Override
  public String toString() {
    return "%s, %d processors, %d MB, %s, revision %s, %s, load before %.2f"
        .formatted(system, processors, memoryMegabytes, jvm, revision, at, loadBefore);
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize() >> 20
        : 0;
  }

  private static String revision(Path root) {
    try {
      if (!Files.exists(root.resolve(".git"))) {
        return "unknown";
      }
      var git =
          new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
