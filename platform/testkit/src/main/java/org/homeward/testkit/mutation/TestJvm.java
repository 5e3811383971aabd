package org.homeward.testkit.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs {@link ProvingTests} for one module in a JVM of its own, for a limited time. */
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

  /** A new JVM runs the tests and ends; the removed line is missing from its start on. */
  TestRunEnd run(MarkedLine line, TestOrder order, Path work)
      throws IOException, InterruptedException {
    return run(line.module(), Optional.of(work.resolve("classes")), order, work);
  }

  /** The same with nothing removed. */
  TestRunEnd control(String module, TestOrder order, Path work)
      throws IOException, InterruptedException {
    return run(module, Optional.empty(), order, work);
  }

  /** A JVM that judges many lines of a module. */
  ResidentJvm resident(String module, Path work) throws IOException {
    Path agent = ResidentJvm.agent(work);
    List<String> options =
        List.of(
            "-javaagent:" + agent,
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+AllowRedefinitionToAddDeleteMethods"); // lambdas come and go with their line
    var process = start(module, Optional.empty(), options, List.of(), work);
    return new ResidentJvm(process, work, times, limit);
  }

  private TestRunEnd run(String module, Optional<Path> overlay, TestOrder order, Path work)
      throws IOException, InterruptedException {
    var report = new TestReport(work.resolve("report.tsv"));
    Files.deleteIfExists(report.file());
    List<String> arguments = new ArrayList<>(List.of(report.file().toString()));
    arguments.addAll(order.fields());
    Process process = start(module, overlay, List.of(), arguments, work);
    try {
      boolean ended = awaitEnd(process, report);
      report.learnTimes(times);
      if (!ended) {
        return new TestRunEnd.TimedOut(report.running());
      }
      var died =
          new TestRunEnd.Failed(
              report.running(), true, "the JVM ended with " + process.exitValue());
      return report.end().orElse(died);
    } finally {
      end(process);
      Directories.delete(work.resolve("tmp"));
    }
  }

  private Process start(
      String module,
      Optional<Path> overlay,
      List<String> options,
      List<String> arguments,
      Path work)
      throws IOException {
    List<String> path = new ArrayList<>();
    overlay.map(Path::toString).ifPresent(path::add);
    path.addAll(copy.classPath(module));
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(options);
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(work.resolve("tmp")));
    command.add("-Dhomeward.patience=20"); // who waits in vain for what a line does, waits less
    command.addAll(List.of("-cp", String.join(File.pathSeparator, path), MAIN));
    command.add(copy.directory(module).resolve("target/test-classes").toString());
    command.add(times.toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(copy.directory(module).toFile());
    builder.redirectErrorStream(true).redirectOutput(work.resolve("log").toFile());
    if (Files.exists(vectors)) {
      builder.environment().putIfAbsent("CONFORMANCE_DIR", vectors.toString());
    }
    return builder.start();
  }

  static void end(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  /** The time counts from the JVM's first line: its prefix may have had to wait for its turn. */
  private boolean awaitEnd(Process process, TestReport report) throws InterruptedException {
    while (!Files.exists(report.file())) {
      if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }
}
