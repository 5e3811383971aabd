package org.homeward.face.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/** Who may call what, as data: what no row covers is refused. The most specific path decides. */
public final class Permissions {

  /** What the table says about one request. */
  public sealed interface Verdict {

    /** Nobody may, there is no such path. */
    record UnknownPath() implements Verdict {}

    /** Nobody may, but there are other methods here. */
    record OtherMethods(Set<HttpMethod> allowed) implements Verdict {}

    /** Those whom the row names may. */
    record Covered(Permit permit) implements Verdict {}
  }

  private record Row(PathPattern pattern, Permit permit) {}

  private final List<Row> rows;

  private Permissions(List<Permit> permits) {
    var seen = new HashSet<List<Object>>();
    var sorted = new ArrayList<Row>();
    for (var permit : permits) {
      if (!seen.add(List.of(permit.method(), permit.path()))) {
        throw new IllegalArgumentException("two rows for " + permit.method() + " " + permit.path());
      }
      sorted.add(new Row(permit.pattern(), permit));
    }
    sorted.sort(Comparator.comparing(Row::pattern, PathPattern.SPECIFICITY_COMPARATOR));
    rows = List.copyOf(sorted);
  }

  public static Permissions of(Permit... permits) {
    return new Permissions(List.of(permits));
  }

  public static Permissions of(List<Permit> permits) {
    return new Permissions(permits);
  }

  /** All rows, the most specific paths first. */
  public List<Permit> permits() {
    return rows.stream().map(Row::permit).toList();
  }

  /** What the table says about a request; {@code path} is raw, without query. */
  public Verdict verdict(HttpMethod method, String path) {
    return verdict(method, PathContainer.parsePath(path));
  }

  Verdict verdict(HttpMethod method, PathContainer path) {
    var allowed = new LinkedHashSet<HttpMethod>();
    for (var row : rows) {
      if (row.pattern().matches(path)) {
        if (row.permit().covers(method)) {
          return new Verdict.Covered(row.permit());
        }
        allowed.add(row.permit().method());
      }
    }
    return allowed.isEmpty() ? new Verdict.UnknownPath() : new Verdict.OtherMethods(allowed);
  }

  /** The table in Markdown, ordered by path and method, for the documents. */
  public String table() {
    var text = new StringBuilder("| method | path | who |\n|---|---|---|\n");
    permits().stream()
        .sorted(Comparator.comparing(Permit::path).thenComparing(permit -> permit.method().name()))
        .forEach(
            permit ->
                text.append(
                    "| %s | `%s` | %s |\n"
                        .formatted(permit.method(), permit.path(), permit.who())));
    return text.toString();
  }
}
