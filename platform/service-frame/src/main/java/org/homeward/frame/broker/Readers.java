package org.homeward.frame.broker;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.homeward.durable.reader.Poison;
import org.homeward.durable.reader.ReaderSettings;
import org.homeward.durable.reader.RecordHandler;
import org.homeward.durable.reader.TopicReader;
import org.homeward.durable.store.Incarnation;
import org.homeward.frame.node.NodeSettings;
import org.homeward.frame.node.ServiceName;

/**
 * Opens the readers of this service. The first topic's group is {@code <node>.<service>}, as it was
 * when services read one topic; any other's is {@code <node>.<service>.<topic>}.
 */
public final class Readers {

  private static final Duration MAX_BACK_OFF = Duration.ofSeconds(10);

  private final NodeSettings node;
  private final ServiceName service;
  private final MongoDatabase database;
  private final Poison poison;
  private final Incarnation incarnation;
  private final MeterRegistry metrics;

  public Readers(
      NodeSettings node,
      ServiceName service,
      MongoDatabase database,
      Producer<String, byte[]> producer,
      Incarnation incarnation,
      MeterRegistry metrics) {
    this.incarnation = incarnation;
    this.node = node;
    this.service = service;
    this.database = database;
    this.metrics = metrics;
    this.poison =
        new Poison(
            node.topic("poison"), producer, (topic, reason) -> poison(topic, reason).increment());
  }

  /**
   * @param topic without the node, such as {@code cases}
   * @param instance names this process among those of the group
   */
  public TopicReader first(String topic, String instance, RecordHandler handler) {
    return reader(topic, node.topic(service.name()), instance, handler);
  }

  /** A reader beside the first one. */
  public TopicReader further(String topic, String instance, RecordHandler handler) {
    return reader(topic, node.topic(service.name()) + "." + topic, instance, handler);
  }

  private TopicReader reader(String topic, String group, String instance, RecordHandler handler) {
    var settings =
        new ReaderSettings(node.kafka(), node.topic(topic), group, instance, MAX_BACK_OFF);
    poison(settings.topic(), "none"); // there is a number before there is poison
    return new TopicReader(settings, database, poison, new TracedReading(handler), incarnation);
  }

  private Counter poison(String topic, String reason) {
    return metrics.counter("homeward.poison", "topic", topic, "reason", reason);
  }
}
