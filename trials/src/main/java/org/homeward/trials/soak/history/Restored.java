package org.homeward.trials.soak.history;

import java.time.Instant;
import java.util.Set;

/**
 * A restore of a node: everything that it accepted after the copy is lost, except what only took
 * something away.
 *
 * @param copied just before the copy was begun: what was acknowledged by then is in it
 * @param ended just before the first of its processes was killed
 * @param started when all were dead, just before the first was started with the copy
 * @param opened just before the last of those people spoke that open it again
 * @param missing what the node itself names as not in the copy, such as {@code alert/…}
 */
public record Restored(
    String node,
    Instant copied,
    Instant ended,
    Instant started,
    Instant opened,
    Set<String> missing) {

  public Restored {
    missing = Set.copyOf(missing);
  }

  /** Whether the answer was given at a time that the restored node does not remember. */
  public boolean forgets(Operation operation) {
    return operation.node().equals(node)
        && operation.answered() != null
        && operation.answered().isAfter(copied)
        && operation.invoked().isBefore(started);
  }

  /** Whether it happened between the copy and the death of the node. */
  public boolean isWithinLost(Instant at) {
    return at.isAfter(copied) && at.isBefore(started);
  }

  /** One line of JSON. */
  String json() {
    return """
        {"restored": "%s", "copied": "%s", "ended": "%s", "started": "%s", "opened": "%s", \
        "missing": %d}
        """
        .formatted(node, copied, ended, started, opened, missing.size());
  }
}
