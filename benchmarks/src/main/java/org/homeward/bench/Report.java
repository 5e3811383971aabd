package org.homeward.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The results: printed for people as they come, and written to a file for programs. */
final class Report {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Machine machine;
  private final boolean quick;
  private final PrintStream out;
  private final List<Map<String, Object>> lines = new ArrayList<>();
  private String figure = "";
  private Set<String> headings = Set.of();

  Report(Machine machine, boolean quick, PrintStream out) {
    this.machine = machine;
    this.quick = quick;
    this.out = out;
    out.println(machine);
    if (quick) {
      out.println("quick: short warm-up and short runs; the figures are rough");
    }
  }

  void begin(String name) {
    figure = name;
    headings = Set.of();
    out.printf("%n%s%n", name);
  }

  /** A figure of ours beside that of the bare engine; the aim is of their ratio. */
  void ratio(String what, double ours, double bare, String unit, String aim) {
    double ratio = bare == 0 ? 0 : ours / bare;
    out.printf(
        "  %-46s %10.2f %-6s bare %10.2f   ratio %6.2f%s%n",
        what, ours, unit, bare, ratio, aim.isEmpty() ? "" : "   aim " + aim);
    Map<String, Object> line = line(what, ours, unit, aim);
    line.put("bare", bare);
    line.put("ratio", ratio);
  }

  /** A figure that stands for itself. */
  void value(String what, double ours, String unit, String aim) {
    out.printf("  %-46s %10.2f %-6s%s%n", what, ours, unit, aim.isEmpty() ? "" : "   aim " + aim);
    line(what, ours, unit, aim);
  }

  /** Figures of one thing, in a table; those that follow have the same headings. */
  void row(String what, Map<String, Double> figures) {
    if (!figures.keySet().equals(headings)) {
      headings = figures.keySet();
      out.printf("  %-40s%s%n", "", cells(headings, heading -> "%14s".formatted(heading)));
    }
    out.printf("  %-40s%s%n", what, cells(figures.values(), "%14.2f"::formatted));
    line(what, Double.NaN, "", "").putAll(figures);
  }

  private static <T> String cells(Collection<T> values, Function<T, String> cell) {
    return values.stream().map(cell).collect(Collectors.joining());
  }

  void remark(String text) {
    out.println("  " + text);
    line(text, Double.NaN, "", "");
  }

  void write(Path directory, Instant at) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(NAME.format(at) + ".json");
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("machine", machine.toString());
    all.put("loadAfter", Machine.load());
    all.put("quick", quick);
    all.put("figures", lines);
    Files.write(file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    out.printf("%nload now %.2f; written to %s%n", Machine.load(), file);
  }

  private Map<String, Object> line(String what, double ours, String unit, String aim) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("figure", figure);
    line.put("what", what);
    if (!Double.isNaN(ours)) {
      line.put("ours", ours);
      line.put("unit", unit);
    }
    if (!aim.isEmpty()) {
      line.put("aim", aim);
    }
    lines.add(line);
    return line;
  }
}
