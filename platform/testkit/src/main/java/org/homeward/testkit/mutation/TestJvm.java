package org.homeward.testkit.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs {@code ProvingTests} for one module in a JVM of its own, for a limited time. */
final class TestJvm {
  private static final String MAIN = "org.homeward.testkit.mutation.ProvingTests";
  private static final List<String> OPTIONS = // as in the parent POM
      List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final ProjectCopy copy;
  private final Path times;
  private final List<String> prefix;
  private final Duration limit;
  private final Path vectors;

  /**
   * @param vectors which the tests look for beside the project, where the copy is not
   * @param times of test classes, which this file keeps from run to run
   * @param prefix of every command, such as {@code nice -n 19}
   */
  TestJvm(ProjectCopy copy, Path vectors, Path times, List<String> prefix, Duration limit) {
    this.copy = copy;
    this.times = times;
    this.prefix = prefix;
    this.limit = limit;
    this.vectors = vectors;
  }

  /**
   * @param overlay classes that stand before the module's; none when empty
   * @param wanted invariants, or one test
   */
  TestRunEnd run(
      String module, Optional<Path> overlay, String wanted, Collection<String> without, Path work)
      throws IOException, InterruptedException {
    Path report = work.resolve("report.tsv");
    Files.deleteIfExists(report);
    Path temporary = Files.createDirectories(work.resolve("tmp"));
    List<String> path = new ArrayList<>();
    overlay.map(Path::toString).ifPresent(path::add);
    path.addAll(copy.classPath(module));
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Dhomeward.patience=20"); // who waits in vain for what a line does, waits less
    command.addAll(List.of("-cp", String.join(File.pathSeparator, path), MAIN));
    Path tests = copy.directory(module).resolve("target/test-classes");
    command.addAll(List.of(tests.toString(), report.toString(), times.toString(), wanted));
    command.addAll(without);
    var builder = new ProcessBuilder(command).directory(copy.directory(module).toFile());
    builder.redirectErrorStream(true).redirectOutput(work.resolve("log").toFile());
    if (Files.exists(vectors)) {
      builder.environment().putIfAbsent("CONFORMANCE_DIR", vectors.toString());
    }
    Process process = builder.start();
    try {
      boolean ended = awaitEnd(process, report);
      learnTimes(report);
      return ended ? read(report, process.exitValue()) : new TestRunEnd.TimedOut(running(report));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      Directories.delete(temporary);
    }
  }

  /** The time counts from the JVM's first line: its prefix may have had to wait for its turn. */
  private boolean awaitEnd(Process process, Path report) throws InterruptedException {
    while (!Files.exists(report)) {
      if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static TestRunEnd read(Path report, int status) throws IOException {
    for (String row : rows(report)) {
      String[] fields = row.split("\t", -1);
      if (fields[0].equals("FAILED")) {
        return new TestRunEnd.Failed(fields[1], fields[2].equals("proving"), fields[3]);
      }
      if (fields[0].equals("PASSED")) {
        return new TestRunEnd.Passed();
      }
    }
    return new TestRunEnd.Failed(running(report), true, "the JVM ended with " + status);
  }

  private static String running(Path report) throws IOException {
    return rows(report).stream()
        .filter(row -> row.startsWith("STARTED\t"))
        .map(row -> row.split("\t")[1])
        .reduce((earlier, later) -> later)
        .orElse("?");
  }

  private void learnTimes(Path report) throws IOException {
    SortedMap<String, String> known = new TreeMap<>();
    for (String row : rows(times)) {
      known.put(row.split("\t")[0], row.split("\t")[1]);
    }
    for (String row : rows(report)) {
      String[] fields = row.split("\t");
      if (fields[0].equals("CLASS")) {
        known.put(fields[1], fields[2]);
      }
    }
    List<String> all = new ArrayList<>();
    known.forEach((name, millis) -> all.add(name + "\t" + millis));
    Files.write(times, all);
  }

  private static List<String> rows(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
