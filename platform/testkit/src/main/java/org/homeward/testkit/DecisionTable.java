package org.homeward.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Markdown table of decisions. Rows with the same outcome that differ in one column become one
 * row, as long as it fits a line. Each situation stands in exactly one row.
 */
public final class DecisionTable {

  private static final int FEW = 3;
  private static final int WIDEST = 120;

  private final List<String> columns;
  private final List<String> outcomes;
  private final Map<List<String>, List<String>> decided = new LinkedHashMap<>();

  /** Names the columns of a situation, and those of its outcome. */
  public DecisionTable(List<String> columns, List<String> outcomes) {
    this.columns = List.copyOf(columns);
    this.outcomes = List.copyOf(outcomes);
  }

  /** Adds a situation, one value for each column, and its outcome. */
  public void decide(List<String> situation, List<String> outcome) {
    if (situation.size() != columns.size() || outcome.size() != outcomes.size()) {
      throw new IllegalArgumentException("not one value a column: " + situation + outcome);
    }
    if (decided.put(List.copyOf(situation), List.copyOf(outcome)) != null) {
      throw new IllegalArgumentException("decided twice: " + situation);
    }
  }

  /** How many situations it decides. */
  public int situations() {
    return decided.size();
  }

  /** The table in Markdown, each line with its end. */
  public String markdown() {
    var text = new StringBuilder();
    text.append(line(Stream.concat(columns.stream(), outcomes.stream()).toList()));
    text.append("|").repeat("---|", columns.size() + outcomes.size()).append("\n");
    rows().forEach(row -> text.append(line(row)));
    return text.toString();
  }

  record Row(List<Set<String>> situation, List<String> outcome) {

    Row with(int column, Set<String> values) {
      List<Set<String>> changed = new ArrayList<>(situation);
      changed.set(column, values);
      return new Row(changed, outcome);
    }
  }

  /** Ordered by the first column, then the next. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    decided.forEach((values, why) -> rows.add(new Row(values.stream().map(Set::of).toList(), why)));
    for (int column = columns.size() - 1; column >= 0; column--) {
      merge(rows, column);
    }
    Comparator<Row> order = Comparator.comparing(_ -> 0);
    for (int column = 0; column < columns.size(); column++) {
      int here = column;
      List<String> values = List.copyOf(values(column));
      order =
          order.thenComparing(row -> values.indexOf(row.situation().get(here).iterator().next()));
    }
    return rows.stream().sorted(order).flatMap(this::fitting).toList();
  }

  /** Splits the longest cell of a row that is too wide. */
  private Stream<Row> fitting(Row row) {
    Optional<Integer> longest =
        IntStream.range(0, columns.size())
            .boxed()
            .filter(column -> row.situation().get(column).size() > 1)
            .max(Comparator.comparing(column -> cell(row, column).length()));
    if (longest.isEmpty() || line(row).stripTrailing().length() <= WIDEST) {
      return Stream.of(row);
    }
    List<String> values = List.copyOf(row.situation().get(longest.get()));
    int half = (values.size() + 1) / 2;
    return Stream.of(values.subList(0, half), values.subList(half, values.size()))
        .flatMap(part -> fitting(row.with(longest.get(), new LinkedHashSet<>(part))));
  }

  private static void merge(List<Row> rows, int column) {
    for (int first = 0; first < rows.size(); first++) {
      for (int other = first + 1; other < rows.size(); ) {
        if (differOnlyIn(column, rows.get(first), rows.get(other))) {
          rows.set(first, merged(column, rows.get(first), rows.remove(other)));
        } else {
          other++;
        }
      }
    }
  }

  private static boolean differOnlyIn(int column, Row one, Row other) {
    return one.outcome().equals(other.outcome())
        && without(column, one).equals(without(column, other));
  }

  private static List<Set<String>> without(int column, Row row) {
    List<Set<String>> rest = new ArrayList<>(row.situation());
    rest.remove(column);
    return rest;
  }

  private static Row merged(int column, Row one, Row other) {
    Set<String> both = new LinkedHashSet<>(one.situation().get(column));
    both.addAll(other.situation().get(column));
    return one.with(column, both);
  }

  private String cell(Row row, int column) {
    Set<String> all = values(column);
    Set<String> some = row.situation().get(column);
    Set<String> rest = new LinkedHashSet<>(all);
    rest.removeAll(some);
    if (rest.isEmpty() && all.size() > 1) {
      return "any";
    }
    return some.size() > FEW && rest.size() <= FEW
        ? "all but " + String.join(", ", rest)
        : String.join(", ", some);
  }

  /** All values that a column has, in the order in which they came. */
  Set<String> values(int column) {
    Set<String> values = new LinkedHashSet<>();
    decided.keySet().forEach(situation -> values.add(situation.get(column)));
    return values;
  }

  private String line(Row row) {
    return line(
        Stream.concat(
                IntStream.range(0, columns.size()).mapToObj(column -> cell(row, column)),
                row.outcome().stream())
            .toList());
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
