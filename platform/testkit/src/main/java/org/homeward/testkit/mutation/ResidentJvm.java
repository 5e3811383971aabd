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
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A JVM that keeps the engines and services of a module running and judges one line after the
 * other. It can only say that a line was noticed: what happens at the start has happened.
 */
final class ResidentJvm implements AutoCloseable {
  private final Process process;
  private final Path work;
  private final Path times;
  private final Duration limit;

  ResidentJvm(Process process, Path work, Path times, Duration limit) {
    this.process = process;
    this.work = work;
    this.times = times;
    this.limit = limit;
  }

  /** Writes the jar that names {@link ClassOverlay} to a JVM; the class is on its class path. */
  static Path agent(Path work) throws IOException {
    Files.createDirectories(work);
    Path jar = work.resolve("agent.jar");
    var manifest = new Manifest();
    Attributes names = manifest.getMainAttributes();
    names.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    names.putValue("Premain-Class", "org.homeward.testkit.mutation.ClassOverlay");
    names.putValue("Can-Retransform-Classes", "true");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  /** Empty when this JVM cannot tell, and is over: it hung or died. */
  Optional<TestRunEnd> run(Optional<Path> overlay, TestOrder order)
      throws IOException, InterruptedException {
    var report = new TestReport(work.resolve("report.tsv"));
    Files.deleteIfExists(report.file());
    List<String> fields = new ArrayList<>();
    fields.add(overlay.map(Path::toString).orElse(""));
    fields.add(report.file().toString());
    fields.addAll(order.fields());
    try {
      var to = process.getOutputStream();
      to.write((String.join("\t", fields) + "\n").getBytes(StandardCharsets.UTF_8));
      to.flush();
    } catch (IOException dead) {
      return Optional.empty();
    }
    boolean ended = awaitEnd(report);
    report.learnTimes(times);
    if (!ended) {
      close();
      return Optional.empty();
    }
    return report.end();
  }

  private boolean awaitEnd(TestReport report) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (!report.holds("ENDED")) {
      if (process.waitFor(100, TimeUnit.MILLISECONDS)
          || System.nanoTime() - begin > limit.toNanos()) {
        return report.holds("ENDED");
      }
    }
    return true;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    TestJvm.end(process);
    Directories.delete(work.resolve("tmp"));
  }
}
