package org.homeward.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same measured several times; what counts is the middle one. */
final class Runs {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  double sum() {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The middle value, the lower of the two middle ones of an even number; 0 when there is none. */
  double median() {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
  }
}
