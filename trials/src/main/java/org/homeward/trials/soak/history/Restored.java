package org.homeward.trials.soak.history;

import java.time.Instant;
import java.util.Set;

/**
 * A node got an earlier copy of its data: what it had accepted since is lost, unless it only took
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

  /** An answer of a time that the node does not remember. */
  public boolean forgets(Operation operation) {
    return operation.node().equals(node)
        && operation.answered() != null
        && operation.answered().isAfter(copied)
        && operation.invoked().isBefore(started);
  }

  /** Between the copy and the end of the node, with which it went. */
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
