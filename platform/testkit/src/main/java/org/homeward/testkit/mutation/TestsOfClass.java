package org.homeward.testkit.mutation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks for tests of one class.
 *
 * @param methods their names, those in nested classes included; all of the class when empty
 */
record TestsOfClass(String name, Set<String> methods) {

  /** Of a name as reports have it: {@code Class$Nested#method} or a class. */
  static TestsOfClass of(String test) {
    int method = test.indexOf('#');
    return new TestsOfClass(
        outermost(test), method < 0 ? Set.of() : Set.of(test.substring(method + 1)));
  }

  static String outermost(String test) {
    return test.split("[$#]", 2)[0];
  }

  static TestsOfClass parse(String text) {
    String[] fields = text.split("[#,]");
    return new TestsOfClass(fields[0], Set.copyOf(List.of(fields).subList(1, fields.length)));
  }

  /** The same but some, which are named as in reports. */
  static List<TestsOfClass> without(List<TestsOfClass> all, Set<String> some) {
    return all.stream()
        .filter(each -> !some.contains(each.name))
        .map(each -> each.without(some))
        .filter(each -> !each.methods.isEmpty())
        .toList();
  }

  private TestsOfClass without(Set<String> some) {
    Set<String> left = new TreeSet<>(methods);
    some.stream()
        .filter(test -> outermost(test).equals(name))
        .forEach(test -> left.remove(test.substring(test.indexOf('#') + 1)));
    return new TestsOfClass(name, left);
  }

  boolean holds(String method) {
    return methods.isEmpty() || methods.contains(method);
  }

  boolean needsEngines() {
    return name.endsWith("IT");
  }

  @Override
  public String toString() {
    return methods.isEmpty() ? name : name + "#" + String.join(",", methods);
  }
}
