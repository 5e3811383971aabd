package org.homeward.engines.broker;

import java.nio.file.Path;
import java.util.Properties;

/** The broker's settings for durability and for a small footprint. */
final class BrokerProperties {
  static final String CONTROLLER = "CONTROLLER";

  /** A system property: the advertised port, when a proxy stands in between. */
  static final String TOLD_PORT = "homeward.broker.told-port";

  private BrokerProperties() {}

  static Properties of(EmbeddedBroker.Settings settings, Path log) {
    var properties = new Properties();
    addresses(settings, properties);
    properties.put("log.dirs", log.toString());
    keeping(settings, properties);
    replication(settings, properties);
    smallness(properties);
    properties.putAll(settings.more());
    return properties;
  }

  private static void addresses(EmbeddedBroker.Settings settings, Properties p) {
    String client = "PLAINTEXT://127.0.0.1:" + settings.port();
    String self = settings.nodeId() + "@127.0.0.1:" + settings.controllerPort();
    p.put("process.roles", "broker,controller");
    p.put("node.id", text(settings.nodeId()));
    p.put("listeners", client + ",CONTROLLER://127.0.0.1:" + settings.controllerPort());
    int told = Integer.getInteger(TOLD_PORT, settings.port());
    p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + told);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("controller.listener.names", CONTROLLER);
    p.put("inter.broker.listener.name", "PLAINTEXT");
    p.put(
        "controller.quorum.voters",
        settings.voters().isEmpty() ? self : String.join(",", settings.voters()));
    // Alone, a restart after a kill waits for it; among others, they wait for it until they take
    // over, and a broker that is only slow must not be taken for dead.
    p.put("broker.session.timeout.ms", settings.voters().isEmpty() ? "1000" : "2000");
    p.put("broker.heartbeat.interval.ms", "200");
  }

  private static void keeping(EmbeddedBroker.Settings settings, Properties p) {
    p.put("auto.create.topics.enable", "false"); // a misspelt topic is an error
    p.put("log.cleanup.policy", "delete");
    p.put("log.retention.ms", text(settings.retention().toMillis()));
    p.put("log.roll.ms", text(Math.min(86_400_000, settings.retention().toMillis())));
    p.put("offsets.retention.minutes", "525600"); // a reader may be away for a year
    p.put("message.max.bytes", "1048588");
    if (settings.fsync()) {
      p.put("log.flush.interval.messages", "1");
    }
  }

  private static void replication(EmbeddedBroker.Settings settings, Properties p) {
    String factor = text(settings.replicationFactor());
    String inSync = text(Math.max(1, settings.replicationFactor() - 1));
    p.put("default.replication.factor", factor);
    p.put("min.insync.replicas", inSync);
    p.put("offsets.topic.replication.factor", factor);
    p.put("transaction.state.log.replication.factor", factor);
    p.put("transaction.state.log.min.isr", inSync);
    p.put("share.coordinator.state.topic.replication.factor", factor);
    p.put("share.coordinator.state.topic.min.isr", inSync);
    p.put("num.partitions", "3");
  }

  private static void smallness(Properties p) {
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.num.partitions", "4");
    p.put("share.coordinator.state.topic.num.partitions", "2");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("log.cleaner.dedupe.buffer.size", text(2 << 20));
    p.put("log.index.size.max.bytes", text(1 << 20));
  }

  private static String text(long number) {
    return Long.toString(number);
  }
}
