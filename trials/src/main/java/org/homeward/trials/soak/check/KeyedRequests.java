package org.homeward.trials.soak.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.homeward.trials.soak.history.Kind;
import org.homeward.trials.soak.history.Operation;
import org.homeward.trials.soak.history.Operation.Result;

/** All requests with one Idempotency-Key: one operation. */
record KeyedRequests(String node, Kind kind, String subject, String by, List<Operation> requests) {

  static List<KeyedRequests> of(List<Operation> operations) {
    Map<String, List<Operation>> byKey = new LinkedHashMap<>();
    for (Operation operation : operations) {
      byKey.computeIfAbsent(operation.key(), _ -> new ArrayList<>()).add(operation);
    }
    return byKey.values().stream()
        .map(
            all -> {
              Operation first = all.getFirst();
              return new KeyedRequests(
                  first.node(), first.kind(), first.subject(), first.by(), List.copyOf(all));
            })
        .toList();
  }

  boolean isOk() {
    return requests.stream().anyMatch(Operation::isOk);
  }

  /** Whether it certainly had no effect. */
  boolean isRefused() {
    return requests.stream().allMatch(request -> request.result() == Result.REFUSED);
  }

  boolean isUnknown() {
    return !isOk() && !isRefused();
  }

  /** The id of what it created; empty when no answer told it. */
  String gave() {
    return requests.stream()
        .filter(Operation::isOk)
        .map(Operation::gave)
        .filter(gave -> !gave.isEmpty())
        .findFirst()
        .orElse("");
  }

  Instant invoked() {
    return requests.getFirst().invoked();
  }

  /** The time of the first good answer; {@code Instant.MAX} when there is none. */
  Instant answered() {
    for (Operation request : requests) {
      if (request.isOk() && request.answered() instanceof Instant at) {
        return at;
      }
    }
    return Instant.MAX;
  }
}
