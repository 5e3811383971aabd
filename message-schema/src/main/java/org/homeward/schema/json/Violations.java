package org.homeward.schema.json;

import java.util.ArrayList;
import java.util.List;

/** The violations found so far. */
final class Violations {

  private final List<Violation> list = new ArrayList<>();

  void unless(boolean holds, String rule, Object... steps) {
    if (!holds) {
      list.add(new Violation(Pointers.of(List.of(steps)), rule));
    }
  }

  List<Violation> found() {
    return List.copyOf(list);
  }
}
