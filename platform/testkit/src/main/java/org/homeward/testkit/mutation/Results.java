package org.homeward.testkit.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file of verdicts: place, invariants, verdict, why, seconds, fingerprint of the module, line.
 *
 * <p>It is written after each line, so that a run that was ended goes on where it was.
 */
final class Results {
  private final Path file;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  record Row(MarkedLine line, Verdict verdict, String why, long seconds, String fingerprint) {
    private String text() {
      return String.join(
          "\t",
          line.place(),
          line.invariants().toString(),
          verdict.name(),
          why,
          String.valueOf(seconds),
          fingerprint,
          line.text());
    }
  }

  /** Takes over the verdicts about lines that are still there. */
  Results(Path file, List<MarkedLine> lines) throws IOException {
    this.file = file;
    Map<String, MarkedLine> known = new LinkedHashMap<>();
    lines.forEach(line -> known.put(line.place() + line.text(), line));
    for (String text : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      String[] fields = text.split("\t", -1);
      MarkedLine line = known.get(fields[0] + fields[6]);
      if (line != null) {
        var verdict = Verdict.valueOf(fields[2]);
        var row = new Row(line, verdict, fields[3], Long.parseLong(fields[4]), fields[5]);
        rows.put(line.place(), row);
      }
    }
  }

  /** A good verdict, as long as nothing in the module has changed since. */
  Optional<Row> standing(MarkedLine line, String fingerprint) {
    return Optional.ofNullable(rows.get(line.place()))
        .filter(row -> row.verdict().isGood() && row.fingerprint().equals(fingerprint));
  }

  void keep(Row row) throws IOException {
    rows.put(row.line().place(), row);
    List<String> all = new ArrayList<>();
    rows.values().forEach(each -> all.add(each.text()));
    Files.write(file, all);
  }
}
