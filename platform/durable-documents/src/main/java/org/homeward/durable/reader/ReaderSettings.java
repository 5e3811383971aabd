package org.homeward.durable.reader;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.homeward.durable.publication.BrokerAddress;

/**
 * The topic and the group of a reader.
 *
 * @param bootstrapServers as {@link BrokerAddress} has it
 * @param group {@code <node>.<service>}
 * @param instance names this process among those of the group, the same after a restart: so a
 *     killed process is replaced at once instead of after its session's end
 * @param maxBackOff longest pause before a record that could not be applied is tried again
 */
public record ReaderSettings(
    String bootstrapServers, String topic, String group, String instance, Duration maxBackOff) {

  /** Without where the broker is: a password may stand there. */
  @Override
  public String toString() {
    return "ReaderSettings[" + topic + ", " + member() + "]";
  }

  /** The name of this process in its group. */
  String member() {
    return group + "-" + instance;
  }

  /**
   * The time after which the others take over a crashed instance's partitions; brokers allow no
   * less.
   */
  private static final int SESSION_MILLIS = 6_000;

  /** The longest time until an instance learns of a rebalance. */
  private static final int HEARTBEAT_MILLIS = 1_000;

  private static final int READ_AT_ONCE = 50;

  /** How its consumer is set up. */
  Map<String, Object> consumer() {
    return BrokerAddress.settings(
        bootstrapServers(),
        Map.of(
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            member(),
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            SESSION_MILLIS,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            HEARTBEAT_MILLIS,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            READ_AT_ONCE,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed"));
  }
}
