package org.homeward.intake.imports.rows;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;

/** The conformance material, beside the project or where a variable says. */
final class Material {

  private Material() {}

  static Path root(String folder) {
    String named = System.getenv("CONFORMANCE_DIR");
    Path root =
        named == null ? Path.of("../../shared/conformance").toAbsolutePath() : Path.of(named);
    Path inside = root.resolve(folder);
    assumeTrue(Files.isDirectory(inside), "no conformance material at " + inside);
    return inside;
  }

  /** The rows of a table by their first column. */
  static Map<String, Map<String, String>> table(Path file, String key) throws IOException {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    List<String> titles = new ArrayList<>();
    try (var parser = CSVFormat.RFC4180.parse(Files.newBufferedReader(file))) {
      for (var each : parser) {
        if (titles.isEmpty()) {
          titles.addAll(each.toList());
        } else {
          Map<String, String> row = new TreeMap<>();
          for (int i = 0; i < titles.size(); i++) row.put(titles.get(i), each.get(i));
          rows.put(row.get(key), row);
        }
      }
    }
    return rows;
  }

  /** What becomes of each row of a file, in their order. */
  static List<RowOutcome> judged(FileFormat format, byte[] file, Instant now) {
    List<RowOutcome> outcomes = new ArrayList<>();
    format.eachRow(
        file,
        row -> {
          outcomes.add(format.judge(row, "trial", now));
          return true;
        });
    return outcomes;
  }
}
