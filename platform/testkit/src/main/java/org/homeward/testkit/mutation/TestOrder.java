package org.homeward.testkit.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks for tests.
 *
 * @param wanted invariants with commas between them, or one test as {@code Class#method}, or a test
 *     class
 * @param near the package whose tests come first
 * @param without tests to leave out
 */
record TestOrder(String wanted, String near, Set<String> without) {

  static TestOrder ofLine(MarkedLine line, Set<String> without) {
    List<String> invariants = line.invariants().stream().map(String::valueOf).toList();
    return new TestOrder(String.join(",", invariants), line.inPackage(), Set.copyOf(without));
  }

  static TestOrder ofTest(String test) {
    return new TestOrder(test, "", Set.of());
  }

  static TestOrder parse(List<String> fields) {
    return new TestOrder(
        fields.get(0), fields.get(1), new HashSet<>(fields.subList(2, fields.size())));
  }

  List<String> fields() {
    List<String> fields = new ArrayList<>(List.of(wanted, near));
    fields.addAll(without);
    return fields;
  }

  boolean isOneTest() {
    return wanted.contains(".");
  }

  /** The numbers, when it is not one test. */
  Set<Integer> invariants() {
    Set<Integer> numbers = new TreeSet<>();
    for (String number : wanted.split(",")) {
      numbers.add(Integer.valueOf(number));
    }
    return numbers;
  }
}
