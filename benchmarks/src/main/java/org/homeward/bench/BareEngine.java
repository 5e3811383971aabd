package org.homeward.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.homeward.local.client.Latencies;
import org.homeward.local.node.NodePlan;

/**
 * The engines of a node alone: insert (majority), publish (acks=all), consume; with the document
 * and the record that the node made of a report, and the settings of the services.
 */
final class BareEngine implements Peer, AutoCloseable {
  private static final String TOPIC = "bench.bare";

  private final MongoClient client;
  private final MongoCollection<Document> documents;
  private final KafkaProducer<String, byte[]> producer;
  private final TopicWatch watch;
  private final Document document;
  private final byte[] event;
  private final Map<String, Long> inserted = new ConcurrentHashMap<>();

  BareEngine(NodePlan node, Sample sample) throws Exception {
    document = sample.document();
    event = sample.event();
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(node.storeAddress()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
    documents = client.getDatabase("bench").getCollection("bare");
    documents.drop();
    createTopic(node.broker());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", node.broker(), "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    watch = new TopicWatch(node.broker(), TOPIC);
  }

  /** A case and its event as a node has made them. */
  record Sample(Document document, byte[] event) {

    /** Of any case that is in the node now. */
    static Sample of(NodePlan node) {
      try (var store = MongoClients.create(node.storeAddress());
          var topic =
              new KafkaConsumer<>(
                  Map.of("bootstrap.servers", node.broker(), "enable.auto.commit", false),
                  new StringDeserializer(),
                  new ByteArrayDeserializer())) {
        var cases = store.getDatabase(node.name() + "_intake").getCollection("cases");
        Document one = Objects.requireNonNull(cases.find().first(), "a case");
        List<TopicPartition> all =
            List.of(0, 1, 2).stream()
                .map(p -> new TopicPartition(node.name() + ".cases", p))
                .toList();
        topic.assign(all);
        topic.seekToBeginning(all);
        Optional<ConsumerRecord<String, byte[]>> first = Optional.empty();
        while (first.isEmpty()) {
          for (ConsumerRecord<String, byte[]> found : topic.poll(Duration.ofSeconds(1))) {
            first = Optional.of(found);
          }
        }
        return new Sample(one, first.get().value());
      }
    }
  }

  @Override
  public String name() {
    return "bare";
  }

  void one() {
    String _ = hand();
  }

  /** Insert and publish; returns when both are acknowledged. */
  @Override
  public String hand() {
    var fresh = new Document(document);
    String id = UUID.randomUUID().toString();
    fresh.put("_id", id);
    documents.insertOne(fresh);
    inserted.put(id, System.nanoTime());
    try {
      producer.send(new ProducerRecord<>(TOPIC, id, event)).get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  /** From the store's acknowledgement until a reader has it, of all since the last call. */
  Latencies consumed() {
    var taken = new Latencies();
    inserted.forEach(
        (id, begin) ->
            watch
                .take(id)
                .ifPresent(
                    at -> {
                      inserted.remove(id);
                      taken.add(Duration.ofNanos(at - begin));
                    }));
    return taken;
  }

  /** Those who watch take what comes, and nothing of it is left for {@link #consumed}. */
  @Override
  public Watch watch() {
    return new Watch(watch::take, inserted::clear);
  }

  /** The store keeps everything in memory. */
  @Override
  public void settle() {
    documents.drop();
  }

  private static void createTopic(String broker) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      if (!admin.listTopics().names().get().contains(TOPIC)) {
        admin
            .createTopics(
                List.of(new NewTopic(TOPIC, Optional.of(TopicWatch.PARTITIONS), Optional.empty())))
            .all()
            .get();
      }
    }
  }

  @Override
  public void close() {
    watch.close();
    producer.close(Duration.ofSeconds(2));
    documents.drop();
    client.close();
  }
}
