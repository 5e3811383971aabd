package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks {@link TestRuns} in a JVM of its own for one run after the other. */
final class TestJvm implements AutoCloseable {
  private final Process process;
  private final Path work;
  private final Duration limit;
  private final TestReport report;

  TestJvm(Process process, Path work, Duration limit) {
    this.process = process;
    this.work = work;
    this.limit = limit;
    this.report = new TestReport(work.resolve("report.tsv"));
  }

  /** Runs tests until one fails; a JVM that hangs is over. */
  TestRunEnd run(Optional<Path> overlay, List<TestsOfClass> tests)
      throws IOException, InterruptedException {
    Files.deleteIfExists(report.file());
    List<String> fields = new ArrayList<>();
    fields.add(overlay.map(Path::toString).orElse(""));
    fields.add(report.file().toString());
    tests.forEach(each -> fields.add(each.toString()));
    var to = process.getOutputStream();
    to.write((String.join("\t", fields) + "\n").getBytes(StandardCharsets.UTF_8));
    to.flush();
    if (awaitEnd()) {
      return report.end();
    }
    String during = report.running();
    if (process.isAlive()) {
      close();
      return new TestRunEnd.TimedOut(during);
    }
    return new TestRunEnd.Died(during);
  }

  /** The time counts from the last event; the JVM's prefix may have had to wait for its turn. */
  private boolean awaitEnd() throws IOException, InterruptedException {
    long last = System.nanoTime();
    int events = 0;
    while (!report.holds("ENDED")) {
      int now = report.rows().size();
      if (now > events || report.running().equals("?")) {
        events = now;
        last = System.nanoTime();
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)
          || System.nanoTime() - last > limit.toNanos()) {
        return report.holds("ENDED");
      }
    }
    return true;
  }

  TestReport report() {
    return report;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    Directories.delete(work.resolve("tmp"));
  }
}
