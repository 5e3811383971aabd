package org.homeward.durable.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The topic of unreadable records: their place and the reason, never their content. */
public final class Poison {

  private final String topic;
  private final Producer<String, byte[]> producer;
  private final BiConsumer<String, String> written;

  public Poison(String topic, Producer<String, byte[]> producer) {
    this(topic, producer, (from, reason) -> {});
  }

  /**
   * @param written hears of each entry that the broker has: topic and reason
   */
  public Poison(
      String topic, Producer<String, byte[]> producer, BiConsumer<String, String> written) {
    this.topic = topic;
    this.producer = producer;
    this.written = written;
  }

  String topic() {
    return topic;
  }

  void add(ConsumerRecord<?, ?> unreadable, String reader, String reason) {
    var entry = new ProducerRecord<String, byte[]>(topic, new byte[0]);
    header(entry, "topic", unreadable.topic());
    header(entry, "partition", String.valueOf(unreadable.partition()));
    header(entry, "offset", String.valueOf(unreadable.offset()));
    header(entry, "reader", reader);
    header(entry, "reason", reason);
    try {
      producer.send(entry).get(10, TimeUnit.SECONDS);
      written.accept(unreadable.topic(), reason);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker did not take the poison entry", e);
    }
  }

  private static void header(ProducerRecord<?, ?> entry, String name, String value) {
    entry.headers().add(name, value.getBytes(UTF_8));
  }
}
