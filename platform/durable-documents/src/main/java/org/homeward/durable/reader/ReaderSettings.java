package org.homeward.durable.reader;

import java.time.Duration;

/**
 * Which topic is read by whom.
 *
 * @param group {@code <node>.<service>}
 * @param instance names this process among those of the group, the same after a restart: so a
 *     killed process is replaced at once instead of after its session's end
 * @param maxBackOff longest pause before a record that could not be applied is tried again
 */
public record ReaderSettings(
    String bootstrapServers, String topic, String group, String instance, Duration maxBackOff) {

  /** How the group knows this process. */
  String member() {
    return group + "-" + instance;
  }
}
