package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@link ProvingTests} wrote while it ran. */
record TestReport(Path file) {

  /** Empty while nothing says how it ended. */
  Optional<TestRunEnd> end() throws IOException {
    for (String row : rows(file)) {
      String[] fields = row.split("\t", -1);
      switch (fields[0]) {
        case "FAILED" -> {
          return Optional.of(
              new TestRunEnd.Failed(fields[1], fields[2].equals("proving"), fields[3]));
        }
        case "PASSED" -> {
          return Optional.of(new TestRunEnd.Passed());
        }
        case "NOT_HERE" -> {
          return Optional.of(new TestRunEnd.NotHere());
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  boolean holds(String row) throws IOException {
    return rows(file).contains(row);
  }

  /** The test that began last; {@code ?} before the first. */
  String running() throws IOException {
    return rows(file).stream()
        .filter(row -> row.startsWith("STARTED\t"))
        .map(row -> row.split("\t")[1])
        .reduce((earlier, later) -> later)
        .orElse("?");
  }

  /** Adds what each class took to the file of times. */
  void learnTimes(Path times) throws IOException {
    SortedMap<String, String> known = new TreeMap<>();
    for (String row : rows(times)) {
      known.put(row.split("\t")[0], row.split("\t")[1]);
    }
    for (String row : rows(file)) {
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
