package org.homeward.testkit.mutation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which tests of a module execute which of its marked lines, and how long each takes. */
final class Recording {
  /** In place of a test: a new JVM executes the line once, and any test may notice. */
  static final String START = "*";

  /** In place of a test: the line's source is used. */
  static final String LOADED = "+";

  /** In place of a test: the line has code of its own. */
  static final String HAS_CODE = "=";

  private final Map<String, Set<String>> reached = new HashMap<>(); // line → tests and classes
  private final Map<String, Long> millis = new TreeMap<>(); // by test
  private final Set<String> failed = new TreeSet<>();

  /** Takes over what {@link TestRuns} wrote about a class. */
  void add(List<String> rows) {
    for (String row : rows) {
      String[] fields = row.split("\t", -1);
      switch (fields[0]) {
        case "RAN" -> millis.merge(fields[1], Long.valueOf(fields[2]), Long::sum);
        case "FAILED" -> failed.add(fields[1]);
        case "REACHED" ->
            reached.computeIfAbsent(fields[2], line -> new HashSet<>()).add(fields[1]);
        default -> {}
      }
    }
  }

  /** Tests that fail though nothing was removed. */
  Set<String> failed() {
    return failed;
  }

  /**
   * The tests that may notice a removal, the most promising first: without engines, of the line's
   * package, quick. These are the tests that execute the line. When it is executed only once in a
   * JVM, or has no code of its own, they are all tests.
   */
  List<TestsOfClass> reaching(MarkedLine line, Set<String> without) {
    Set<String> by = reached.getOrDefault(line.inSource(), Set.of());
    boolean any = by.contains(START) || by.contains(LOADED) && !by.contains(HAS_CODE);
    Map<String, Set<String>> methods = new TreeMap<>();
    Map<String, Long> cost = new HashMap<>();
    millis.forEach(
        (test, took) -> {
          String type = TestsOfClass.outermost(test);
          boolean may =
              any || by.contains(test) || by.contains(test.split("#")[0]) || by.contains(type);
          if (may && !failed.contains(test) && !without.contains(test)) {
            methods
                .computeIfAbsent(type, name -> new TreeSet<>())
                .add(test.substring(test.indexOf('#') + 1));
            cost.merge(type, took, Long::sum);
          }
        });
    return methods.entrySet().stream()
        .map(each -> new TestsOfClass(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing(TestsOfClass::needsEngines)
                .thenComparing(tests -> !tests.name().startsWith(line.inPackage() + "."))
                .thenComparing(tests -> cost.getOrDefault(tests.name(), 0L)))
        .toList();
  }
}
