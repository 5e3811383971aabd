package org.homeward.durable.store;

import java.time.Duration;

/**
 * @param deadline how long a write whose outcome is unknown is repeated
 * @param publishGrace how long the writer's own publication may take before the sweep does it
 * @param maxStateBytes size of a state above which only essential writes are taken
 * @param maxHistoryBytes size of the history inside a document above which the same holds
 * @param historyEntries number of entries above which an alarm moves the history away
 */
public record WriteSettings(
    Duration deadline,
    Duration publishGrace,
    long maxStateBytes,
    long maxHistoryBytes,
    int historyEntries) {

  public static final WriteSettings DEFAULT =
      new WriteSettings(Duration.ofSeconds(5), Duration.ofSeconds(1), 1 << 20, 6 << 20, 64);
}
