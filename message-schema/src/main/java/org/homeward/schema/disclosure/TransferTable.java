package org.homeward.schema.disclosure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.schema.json.Binding;
import org.homeward.schema.json.Invalid;
import org.homeward.schema.json.StrictJson;

/**
 * Which pairs of countries content may cross, as data. A pair that the table does not name is
 * refused.
 *
 * @param groups countries (ISO 3166-1 alpha-2) by the group's name
 * @param rows from group to group; the first that fits decides
 */
public record TransferTable(Map<String, Set<String>> groups, List<Row> rows) {

  /** From all countries of a group to all of another. */
  public record Row(String from, String to, Rule rule, Set<Ground> needs) {

    public Row {
      requireNonNull(from, "from");
      requireNonNull(to, "to");
      requireNonNull(rule, "rule");
      needs = needs == null ? Set.of() : Set.copyOf(needs);
      if ((rule == Rule.NEEDS) == needs.isEmpty()) {
        throw new IllegalArgumentException("NEEDS says what, and nothing else does");
      }
    }
  }

  /** The rule of a row. */
  public enum Rule {
    FREE,
    /** One of the grounds has to be on record. */
    NEEDS,
    BLOCKED
  }

  /** The verdict: content may cross, or the reason why not. */
  public sealed interface Verdict {}

  /**
   * It may.
   *
   * @param by the grounds it rests on; none where the border is open
   */
  public record Allowed(Set<Ground> by) implements Verdict {

    public Allowed {
      by = Set.copyOf(by);
    }
  }

  /**
   * It may not.
   *
   * @param missing one of these on record would open it; none when nothing would
   */
  public record Refused(Set<Ground> missing) implements Verdict {

    public Refused {
      missing = Set.copyOf(missing);
    }

    /** A stable code for the answer. */
    public String code() {
      return missing.isEmpty() ? "transfer-blocked" : "transfer-needs-ground";
    }
  }

  public TransferTable {
    groups = Map.copyOf(groups);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (!groups.containsKey(row.from()) || !groups.containsKey(row.to())) {
        throw new IllegalArgumentException("a row names a group that is not there");
      }
    }
  }

  /** The table of this version; counsel confirms it before real data crosses a border. */
  public static TransferTable standard() {
    String path = "/schema/v1/transfer-rules.json";
    try (InputStream file = TransferTable.class.getResourceAsStream(path)) {
      return read(requireNonNull(file, path).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A node's own table.
   *
   * @throws Invalid when it is none
   */
  public static TransferTable read(byte[] file) {
    return Binding.bind(TransferTable.class, StrictJson.read(file));
  }

  /** Within one country no border is crossed. */
  public Verdict verdict(String from, String to, Set<Ground> recorded) {
    if (from.equals(to)) {
      return new Allowed(Set.of());
    }
    return rows.stream()
        .filter(row -> isIn(row.from(), from) && isIn(row.to(), to))
        .findFirst()
        .map(row -> verdict(row, recorded))
        .orElse(new Refused(Set.of()));
  }

  private static Verdict verdict(Row row, Set<Ground> recorded) {
    return switch (row.rule()) {
      case FREE -> new Allowed(Set.of());
      case BLOCKED -> new Refused(Set.of());
      case NEEDS ->
          Collections.disjoint(row.needs(), recorded)
              ? new Refused(row.needs())
              : new Allowed(both(row.needs(), recorded));
    };
  }

  private static Set<Ground> both(Set<Ground> needs, Set<Ground> recorded) {
    Set<Ground> both = EnumSet.copyOf(needs);
    both.retainAll(recorded);
    return both;
  }

  private boolean isIn(String group, String country) {
    return groups.getOrDefault(group, Set.of()).contains(country);
  }
}
