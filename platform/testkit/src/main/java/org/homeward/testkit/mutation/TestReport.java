package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@link TestRuns} wrote while it ran. */
record TestReport(Path file) {

  /** Of a run that reached its end. */
  TestRunEnd end() throws IOException {
    for (String row : rows()) {
      String[] fields = row.split("\t", -1);
      switch (fields[0]) {
        case "FAILED" -> {
          return new TestRunEnd.Failed(fields[1], fields[2]);
        }
        case "NOT_HERE" -> {
          return new TestRunEnd.NotHere();
        }
        default -> {}
      }
    }
    return new TestRunEnd.Passed();
  }

  boolean holds(String row) throws IOException {
    return rows().contains(row);
  }

  /** The test that began last; {@code ?} before the first. */
  String running() throws IOException {
    return rows().stream()
        .filter(row -> row.startsWith("STARTED\t"))
        .map(row -> row.split("\t")[1])
        .reduce((earlier, later) -> later)
        .orElse("?");
  }

  List<String> rows() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
