package org.homeward.durable.publication;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.homeward.durable.document.Guarded;

/** The one topic that a service writes: returns when all in-sync brokers have a record. */
public final class EventTopic implements AutoCloseable {

  /** Where the trace stands in a record: CloudEvents' attribute in Kafka's binary mode. */
  public static final String TRACE_HEADER = "ce_traceparent";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String topic;
  private final Producer<String, byte[]> producer;

  public EventTopic(String topic, Producer<String, byte[]> producer) {
    this.topic = topic;
    this.producer = producer;
  }

  /** An idempotent producer that waits for all replicas and does not linger for a batch. */
  public static Producer<String, byte[]> producer(String brokerAddress) {
    return new KafkaProducer<>(
        BrokerAddress.settings(
            brokerAddress,
            Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000)),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /** A drain that renders the whole document as one event, whatever number of changes it has. */
  public <S> Drain<S> drain(Function<Guarded<S>, EventRecord> render) {
    return drainSome(render.andThen(Optional::of));
  }

  /** The same, for documents of which some are not published. */
  public <S> Drain<S> drainSome(Function<Guarded<S>, Optional<EventRecord>> render) {
    return document -> render.apply(document).map(e -> traced(e, document)).ifPresent(this::send);
  }

  /** A republished event belongs to nobody's request. */
  private static EventRecord traced(EventRecord event, Guarded<?> document) {
    String trace = document.trace();
    if (trace == null || document.pending().isEmpty()) {
      return event;
    }
    Map<String, byte[]> headers = new LinkedHashMap<>(event.headers());
    headers.put(TRACE_HEADER, trace.getBytes(StandardCharsets.US_ASCII));
    return new EventRecord(event.key(), headers, event.value());
  }

  public void send(EventRecord event) {
    var kafkaRecord = new ProducerRecord<>(topic, event.key(), event.value());
    event.headers().forEach((name, value) -> kafkaRecord.headers().add(name, value));
    try {
      producer.send(kafkaRecord).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublicationFailure(e);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      throw new PublicationFailure(e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
