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

/**
 * The permissions as data; a request that no row covers is refused. The most specific path decides.
 */
public final class Permissions {

  /** The table's verdict about one request. */
  public sealed interface Verdict {

    /** No such path; nobody may call it. */
    record UnknownPath() implements Verdict {}

    /** No such method on this path; nobody may call it. */
    record OtherMethods(Set<HttpMethod> allowed) implements Verdict {}

    /** Callers that the row names may call it. */
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

  /** The table's verdict about a request; {@code path} is raw, without query. */
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
