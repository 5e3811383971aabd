package org.homeward.testkit.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests of a module in its own JVM, and keeps engines and services running between them. */
public final class TestRuns {
  private final Launcher launcher = LauncherFactory.create();
  private final boolean recording = ReachedLines.areRecorded();

  private TestRuns() {}

  /**
   * Reads any number of requests, a line each: the directory of the classes that stand in (empty
   * for none), the file to report to, and {@link TestsOfClass}es. The first failure ends a request,
   * but when reached lines are recorded.
   */
  public static void main(String[] arguments) throws IOException {
    var runs = new TestRuns();
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<String> fields = List.of(line.split("\t", -1));
      runs.run(fields.get(0), Path.of(fields.get(1)), fields.subList(2, fields.size()));
    }
    Runtime.getRuntime().halt(0); // what still runs is of no interest
  }

  private void run(String overlay, Path file, List<String> tests) throws IOException {
    var report = new Report(file);
    report.row("BEGUN");
    if (!ClassOverlay.standsIn(overlay)) {
      report.row("NOT_HERE");
    } else if (tests.stream().allMatch(each -> run(TestsOfClass.parse(each), report))) {
      report.row("PASSED");
    }
    report.row("ENDED");
  }

  private boolean run(TestsOfClass tests, Report report) {
    PostDiscoveryFilter asked =
        test ->
            FilterResult.includedIf(
                !(test.getSource().orElse(null) instanceof MethodSource method)
                    || tests.holds(method.getMethodName()));
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(tests.name()))
            .filters(asked)
            .build();
    var failed = CancellationToken.create();
    long begin = System.nanoTime();
    launcher.execute(
        LauncherExecutionRequestBuilder.request(request)
            .cancellationToken(failed)
            .listeners(new Listener(report, recording, failed))
            .build());
    report.row("CLASS", tests.name(), millisSince(begin));
    ReachedLines.drain().forEach(report::row);
    return !failed.isCancellationRequested();
  }

  private static String millisSince(long begin) {
    return String.valueOf((System.nanoTime() - begin) / 1_000_000);
  }

  /** Keeps each event as it happens, because a removed line may end the JVM. */
  private record Report(Path file) {
    void row(String... fields) {
      try {
        Files.writeString(
            file,
            String.join("\t", fields) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Listener implements TestExecutionListener {
    private final Report report;
    private final boolean recording;
    private final CancellationToken failed;
    private long begin;

    private Listener(Report report, boolean recording, CancellationToken failed) {
      this.report = report;
      this.recording = recording;
      this.failed = failed;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
      String name = name(test);
      ReachedLines.by(name);
      if (!name.equals("?")) {
        report.row("STARTED", name);
      }
      begin = System.nanoTime();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String name = name(test);
      ReachedLines.by(TestsOfClass.outermost(name));
      if (result.getStatus() == TestExecutionResult.Status.FAILED
          && !failed.isCancellationRequested()) {
        String why = result.getThrowable().map(Listener::brief).orElse("");
        result.getThrowable().ifPresent(Throwable::printStackTrace);
        report.row("FAILED", name, why);
        if (!recording) {
          failed.cancel();
        }
      }
      if (test.isTest()) {
        report.row("RAN", name, millisSince(begin));
      }
    }

    private static String name(TestIdentifier test) {
      return switch (test.getSource().orElse(null)) {
        case MethodSource method -> method.getClassName() + "#" + method.getMethodName();
        case ClassSource type -> TestsOfClass.outermost(type.getClassName());
        case null, default -> "?";
      };
    }

    private static String brief(Throwable failure) {
      String message = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
      String all = failure.getClass().getSimpleName() + ": " + message;
      return all.substring(0, Math.min(all.length(), 120));
    }
  }
}
