package org.homeward.durable.reader;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.homeward.durable.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/**
 * Reads one topic as one group, for ever, and never skips.
 *
 * <p>At its first start it begins at the beginning and remembers what it read from. After that a
 * lost offset, another cluster or another topic stops it: {@link #acceptGap} is a person's
 * decision.
 */
public final class TopicReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

  private final ReaderSettings settings;
  private final RecordHandler handler;
  private final Poison poison;
  private final ReaderMarker marker;
  private final StaleAggregates stale;
  private final Admin admin;
  private final Offsets offsets;
  private final Loop starting;
  private volatile ReaderState state = new ReaderState.Starting("broker");
  private volatile Optional<KafkaMessageListenerContainer<String, byte[]>> container =
      Optional.empty();

  /**
   * @param database where marker and stale aggregates are kept: the reader's own
   */
  public TopicReader(
      ReaderSettings settings, MongoDatabase database, Poison poison, RecordHandler handler) {
    this.settings = settings;
    this.handler = handler;
    this.poison = poison;
    this.marker = new ReaderMarker(database, settings.group(), settings.topic());
    this.stale = new StaleAggregates(database, settings.topic());
    this.admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()));
    this.offsets = new Offsets(admin, settings.group(), settings.topic());
    this.starting =
        new Loop("start-" + settings.group(), Duration.ofMillis(500), this::startWhenPossible);
  }

  /** Returns at once; the reader begins when broker, topic and store are there. */
  public void start() {
    starting.start();
  }

  public String topic() {
    return settings.topic();
  }

  public ReaderState state() {
    return state;
  }

  /** Aggregates whose newest record was poison. */
  public int staleAggregates() {
    return stale.count();
  }

  /** Whether the newest record of this key was poison, whichever instance read it. */
  public boolean isStale(String key) {
    return stale.holds(key);
  }

  /** Records written and not yet applied; throws when the broker does not answer. */
  public long lag() {
    return marker.find().map(origin -> offsets.lag(origin.partitions())).orElse(0L);
  }

  /**
   * Goes on from the beginning of what is still there, although records may have been lost. The
   * owner of the topic republishes after it.
   */
  public synchronized void acceptGap() {
    stopContainer();
    offsets.removeMembers();
    ReaderMarker.Origin origin = offsets.origin();
    offsets.commitBeginning(origin.partitions());
    marker.store(origin);
    state = new ReaderState.Starting("offsets");
    startWhenPossible();
  }

  private synchronized void startWhenPossible() {
    if (state instanceof ReaderState.Stopped || isReading()) {
      return;
    }
    state = new ReaderState.Starting("broker");
    stale.load();
    ReaderMarker.Origin origin = offsets.origin();
    Optional<ReaderMarker.Origin> first = marker.find();
    if (first.isEmpty()) {
      offsets.commitBeginning(origin.partitions());
      marker.store(origin);
    } else if (!first.get().equals(origin)) {
      stopped("another-topic");
      return;
    } else if (!offsets.allCommitted(origin.partitions())) {
      stopped("offsets-lost");
      return;
    }
    var fresh = container();
    fresh.start();
    container = Optional.of(fresh);
    state = new ReaderState.Reading();
  }

  /** A container can end by itself, for instance when another process took its place. */
  private boolean isReading() {
    return container.map(KafkaMessageListenerContainer::isRunning).orElse(false);
  }

  private KafkaMessageListenerContainer<String, byte[]> container() {
    var properties = new ContainerProperties(settings.topic());
    properties.setGroupId(settings.group());
    properties.setAckMode(ContainerProperties.AckMode.RECORD);
    properties.setStopImmediate(true);
    properties.setMissingTopicsFatal(true);
    properties.setShutdownTimeout(5_000);
    properties.setMessageListener((MessageListener<String, byte[]>) this::read);
    var made =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(
                consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer()),
            properties);
    made.setBeanName(settings.group());
    made.setCommonErrorHandler(
        new PauseAndRetry(
            settings.maxBackOff(), this::poisoned, this::retrying, this::offsetsOutOfRange));
    made.setApplicationEventPublisher(
        event -> {
          if (event instanceof ConsumerStoppedEvent stop
              && stop.getReason() == ConsumerStoppedEvent.Reason.NO_OFFSET) {
            stopped("offsets-lost");
          }
        });
    return made;
  }

  private Map<String, Object> consumerProperties() {
    return Map.of(
        ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
        settings.group() + "-" + settings.instance(),
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
        10_000,
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        settings.bootstrapServers(),
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "none",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed");
  }

  private void read(ConsumerRecord<String, byte[]> received) {
    try {
      handler.read(received);
    } catch (Unreadable e) {
      throw new UnreadableRecord(e.reason());
    }
    if (received.key() != null) {
      stale.applied(received.key(), received.offset());
    }
    state = new ReaderState.Reading();
  }

  private void poisoned(ConsumerRecord<?, ?> unreadable, String reason) {
    if (unreadable.key() instanceof String key) {
      stale.mark(key, unreadable.offset());
    }
    poison.add(unreadable, settings.group(), reason);
    LOG.warn(
        "{} put {}-{} offset {} aside: {}",
        settings.group(),
        unreadable.topic(),
        unreadable.partition(),
        unreadable.offset(),
        reason);
    state = new ReaderState.Reading();
  }

  private void retrying(Exception cause, int attempt) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    state = new ReaderState.Retrying(root.getClass().getSimpleName(), attempt);
  }

  private void offsetsOutOfRange(InvalidOffsetException lost, Consumer<?, ?> consumer) {
    stopped("offsets-out-of-range");
  }

  private void stopped(String reason) {
    LOG.error(
        "{} stopped, records of {} may be lost ({}): accept the gap and republish, see"
            + " docs/operations.md",
        settings.group(),
        settings.topic(),
        reason);
    state = new ReaderState.Stopped(reason);
    Thread.ofVirtual().start(this::stopContainer);
  }

  private synchronized void stopContainer() {
    container.ifPresent(KafkaMessageListenerContainer::stop);
    container = Optional.empty();
  }

  @Override
  public void close() {
    starting.close();
    stopContainer();
    admin.close(Duration.ofSeconds(2));
  }
}
