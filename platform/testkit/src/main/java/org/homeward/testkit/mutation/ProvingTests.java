package org.homeward.testkit.mutation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the tests of one module until one fails: first those that prove an invariant, then the
 * others.
 */
public final class ProvingTests {
  private final TestPhases phases;

  private ProvingTests(TestPhases phases) {
    this.phases = phases;
  }

  /**
   * Takes the directory of the test classes, a file with the milliseconds of classes, and then the
   * file to report to and a {@link TestOrder}; without these, it reads any number of them from its
   * input, a line each, with the directory of the classes that stand in for those of the class path
   * (empty for none) before them.
   */
  public static void main(String[] arguments) throws IOException {
    var tests = new ProvingTests(phases(Path.of(arguments[0]), Path.of(arguments[1])));
    List<String> order = Arrays.asList(arguments).subList(2, arguments.length);
    if (order.isEmpty()) {
      tests.serve();
    } else {
      tests.runAll(Path.of(order.getFirst()), TestOrder.parse(order.subList(1, order.size())));
    }
    Runtime.getRuntime().halt(0); // what still runs is of no interest
  }

  private static TestPhases phases(Path tests, Path times) throws IOException {
    Map<String, Long> millis = new HashMap<>();
    for (String row : Files.exists(times) ? Files.readAllLines(times) : List.<String>of()) {
      millis.put(row.split("\t")[0], Long.valueOf(row.split("\t")[1]));
    }
    return new TestPhases(tests, millis);
  }

  /** A line whose tests all pass here may still be needed by what starts: only a new JVM tells. */
  private void serve() throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<String> fields = List.of(line.split("\t", -1));
      Path file = Path.of(fields.get(1));
      report(file, "BEGUN");
      if (ClassOverlay.standsIn(fields.getFirst())) {
        var order = TestOrder.parse(fields.subList(2, fields.size()));
        if (phases.proving(order, row -> report(file, row))) {
          report(file, "PASSED");
        }
      } else {
        report(file, "NOT_HERE");
      }
      report(file, "ENDED");
    }
  }

  private void runAll(Path file, TestOrder order) {
    report(file, "BEGUN");
    TestPhases.Report untilFailed =
        row -> {
          report(file, row);
          if (row[0].equals("FAILED")) {
            Runtime.getRuntime().halt(1);
          }
        };
    if (phases.proving(order, untilFailed) && phases.others(order, untilFailed)) {
      report(file, "PASSED");
    }
  }

  private static void report(Path file, String... fields) {
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
