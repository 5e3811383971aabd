package org.homeward.trials.soak.check;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Restored;

/**
 * Decides which answers the nodes must still know after a restore. An answer from a time that a
 * node does not remember counts as none. Ends, stops and erasures count: they are replayed when the
 * copy has their object.
 */
final class Memory {
  /** An ending change, and its object. */
  private static final Map<Kind, Kind> TAKEN_FROM =
      Map.of(
          Kind.END, Kind.FILE,
          Kind.ERASE, Kind.FILE,
          Kind.FREEZE, Kind.FILE,
          Kind.STOP, Kind.DRAFT,
          Kind.RECALL, Kind.OFFER,
          Kind.BRAKE, Kind.BRAKE,
          Kind.LEAVE, Kind.LEAVE);

  /** An end is written outside the store at its publication, shortly after its answer. */
  private static final Duration UNTIL_NOTED = Duration.ofSeconds(1);

  private final List<Operation> operations;
  private final List<Restored> restores;
  private final Set<String> things = new HashSet<>();

  Memory(List<Operation> operations, List<Restored> restores) {
    this.operations = operations;
    this.restores = restores;
    for (Operation operation : operations) {
      if (operation.isOk() && !isForgotten(operation)) {
        things.add(operation.subject() + " " + operation.kind());
      }
    }
  }

  /** The operations that must still hold; one that may be lost has an unknown outcome. */
  List<Operation> effects() {
    return operations.stream()
        .map(op -> isForgotten(op) && !isDoneAgain(op) ? op.forgotten() : op)
        .toList();
  }

  /** The operations whose repetition must get the same answer. */
  List<Operation> answers() {
    return operations.stream().map(op -> isForgotten(op) ? op.forgotten() : op).toList();
  }

  private boolean isForgotten(Operation operation) {
    return operation.isOk() && restores.stream().anyMatch(r -> r.forgets(operation));
  }

  private boolean isDoneAgain(Operation operation) {
    Kind from = TAKEN_FROM.get(operation.kind());
    boolean known =
        from != null
            && (from == operation.kind() || things.contains(operation.subject() + " " + from));
    return known
        && restores.stream()
            .filter(restored -> restored.forgets(operation))
            .allMatch(restored -> isNoted(operation, restored));
  }

  static boolean isNoted(Operation operation, Restored restored) {
    return operation.answered() != null
        && operation.answered().isBefore(restored.ended().minus(UNTIL_NOTED));
  }
}
