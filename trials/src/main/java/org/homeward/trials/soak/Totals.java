package org.homeward.trials.soak;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.trials.soak.fault.Fault;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Operation.Result;

/** The totals of a run so far. */
final class Totals {
  private final Map<String, Integer> faults = new TreeMap<>();
  private final Map<Result, Integer> requests = new TreeMap<>();
  private int rounds;
  private double seconds;

  void add(List<Fault> struck, List<Operation> operations, double took) {
    struck.forEach(fault -> faults.merge(fault.name(), 1, Integer::sum));
    operations.forEach(operation -> requests.merge(operation.result(), 1, Integer::sum));
    rounds++;
    seconds += took;
  }

  /** Counts requests by outcome, and how many of them were repeats. */
  static String counts(List<Operation> operations) {
    Set<String> keys = new HashSet<>();
    int repeats = 0;
    int unknown = 0;
    int refused = 0;
    for (Operation operation : operations) {
      repeats += keys.add(operation.key()) ? 0 : 1;
      unknown += operation.result() == Result.UNKNOWN ? 1 : 0;
      refused += operation.result() == Result.REFUSED ? 1 : 0;
    }
    return "%d requests (%d unknown, %d refused, %d repeats)"
        .formatted(operations.size(), unknown, refused, repeats);
  }

  @Override
  public String toString() {
    return "%d rounds, %.1f s each; requests %s%nfaults %s%n"
        .formatted(rounds, seconds / Math.max(1, rounds), requests, faults);
  }
}
