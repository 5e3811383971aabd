package org.homeward.durable.reader;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.homeward.durable.Loop;
import org.homeward.durable.publication.BrokerAddress;
import org.homeward.durable.store.Incarnation;
import org.jspecify.annotations.Nullable;
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

  /** Two processes with the same name would only take each other's place. */
  private static final long AFTER_FENCING = Duration.ofSeconds(3).toNanos();

  private static final long RELOAD_STALE = Duration.ofSeconds(30).toNanos();

  /** After a crash, records read within this time are read once more. */
  private static final Duration COMMIT_EVERY = Duration.ofMillis(250);

  private static final int ATTEMPTS = 10;

  private final ReaderSettings settings;
  private final RecordHandler handler;
  private final Poison poison;
  private final ReaderMarker marker;
  private final StaleAggregates stale;
  private final Admin admin;
  private final Offsets offsets;
  private final Incarnation incarnation;
  private final Loop starting;
  private volatile ReaderState state = new ReaderState.Starting("broker");
  private volatile Optional<KafkaMessageListenerContainer<String, byte[]>> container =
      Optional.empty();
  private volatile ReaderMarker.@Nullable Origin origin; // once there is one; its partitions stay
  private volatile long gapsSeen;
  private volatile long fencedAt;
  private volatile boolean movedHere;
  private volatile boolean closed;
  private long staleLoaded = System.nanoTime();

  /**
   * @param database where marker and stale aggregates are kept: the reader's own
   */
  public TopicReader(
      ReaderSettings settings, MongoDatabase database, Poison poison, RecordHandler handler) {
    this(settings, database, poison, handler, Incarnation.FIRST);
  }

  /**
   * The same.
   *
   * @param incarnation of the data: after a restore they do not know what was read, and all that is
   *     still there is read once more
   */
  public TopicReader(
      ReaderSettings settings,
      MongoDatabase database,
      Poison poison,
      RecordHandler handler,
      Incarnation incarnation) {
    this.incarnation = incarnation;
    this.settings = settings;
    this.handler = handler;
    this.poison = poison;
    this.marker = new ReaderMarker(database, settings.group(), settings.topic());
    this.stale = new StaleAggregates(database, settings.topic());
    this.admin = Admin.create(BrokerAddress.settings(settings.bootstrapServers()));
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

  public String group() {
    return settings.group();
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
    return backlog().map(Backlog::lag).orElse(0L);
  }

  /** Empty before the first start; throws when the broker does not answer. */
  public Optional<Backlog> backlog() {
    if (origin == null) {
      origin = marker.find().orElse(null);
    }
    return Optional.ofNullable(origin).map(found -> offsets.backlog(found.partitions()));
  }

  /** The number of offset commits since it began to read. */
  public double commits() {
    return container.stream()
        .flatMap(reading -> reading.metrics().values().stream())
        .flatMap(metrics -> metrics.entrySet().stream())
        .filter(metric -> metric.getKey().name().equals("commit-total"))
        .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
        .sum();
  }

  /**
   * Continues at the earliest record still there, although records may have been lost, and lets the
   * other instances do so. The owner of the topic republishes after it.
   */
  public synchronized void acceptGap() {
    stopContainer();
    ReaderMarker.Origin origin = offsets.origin();
    commitBeginning(origin);
    marker.accept(origin);
    state = new ReaderState.Starting("offsets");
    startWhenPossible();
  }

  /**
   * Replays exactly the records that were put aside, after a program was corrected or replaced. The
   * owner can republish an aggregate whose records are gone from the topic.
   */
  public Replayed replayPoison() {
    return new PoisonReplay(settings, poison.topic(), handler, stale).replay();
  }

  /** Another instance that reads comes back into the group within a second of its removal. */
  private void commitBeginning(ReaderMarker.Origin origin) {
    for (int attempt = 1; ; attempt++) {
      offsets.removeMembers();
      try {
        offsets.commitBeginning(origin.partitions());
        return;
      } catch (IllegalStateException another) {
        if (attempt == ATTEMPTS) {
          throw another;
        }
      }
    }
  }

  private synchronized void startWhenPossible() {
    if (closed) {
      return;
    }
    if (isReading()) {
      reloadStale();
      return;
    }
    boolean stopped = state instanceof ReaderState.Stopped;
    if (stopped && marker.gaps() == gapsSeen) {
      return;
    }
    if (fencedAt != 0 && System.nanoTime() - fencedAt < AFTER_FENCING) {
      return;
    }
    state = new ReaderState.Starting("broker");
    stale.load();
    gapsSeen = marker.gaps();
    ReaderMarker.Origin origin = offsets.origin();
    Optional<ReaderMarker.Origin> first = marker.find();
    if (first.isEmpty()) {
      offsets.commitBeginning(origin.partitions());
      marker.store(origin, incarnation.number());
    } else if (marker.incarnation() < incarnation.number()) {
      beginAgain(origin);
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

  /** Reads the marks that another instance set or removed. */
  private void reloadStale() {
    if (System.nanoTime() - staleLoaded > RELOAD_STALE) {
      stale.load();
      staleLoaded = System.nanoTime();
    }
  }

  /** The marker comes last: after a crash before it, the reader begins again. */
  private void beginAgain(ReaderMarker.Origin origin) {
    commitBeginning(origin);
    stale.forgetAll();
    marker.store(origin, incarnation.number());
  }

  /** A container can end by itself, for instance when another process took its place. */
  private boolean isReading() {
    return container.map(KafkaMessageListenerContainer::isRunning).orElse(false);
  }

  private KafkaMessageListenerContainer<String, byte[]> container() {
    var properties = new ContainerProperties(settings.topic());
    properties.setGroupId(settings.group());
    // Now and then: after each record, the commit would cost more than what the record causes.
    properties.setAckMode(ContainerProperties.AckMode.TIME);
    properties.setAckTime(COMMIT_EVERY.toMillis());
    properties.setPollTimeout(COMMIT_EVERY.toMillis());
    properties.setStopImmediate(true);
    properties.setMissingTopicsFatal(true);
    properties.setShutdownTimeout(5_000);
    properties.setMessageListener((MessageListener<String, byte[]>) this::read);
    properties.setConsumerRebalanceListener(new Moved());
    var made =
        new KafkaMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(
                settings.consumer(), new StringDeserializer(), new ByteArrayDeserializer()),
            properties);
    made.setBeanName(settings.group());
    made.setCommonErrorHandler(
        new PauseAndRetry(
            settings.maxBackOff(), this::poisoned, this::retrying, this::offsetsOutOfRange));
    made.setApplicationEventPublisher(
        event -> {
          if (event instanceof ConsumerStoppedEvent stop) {
            ended(stop.getReason());
          }
        });
    return made;
  }

  private void ended(ConsumerStoppedEvent.Reason reason) {
    if (reason == ConsumerStoppedEvent.Reason.NO_OFFSET) {
      stopped("offsets-lost");
    } else if (reason == ConsumerStoppedEvent.Reason.FENCED) {
      LOG.warn("{} has lost its place: another process has its name", settings.member());
      fencedAt = System.nanoTime();
      state = new ReaderState.Starting("own-name");
    }
  }

  /** Partitions moved in a rebalance. */
  private final class Moved implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> gone) {
      // Another instance may apply the failed record now; if not, the next attempt fails again.
      if (state instanceof ReaderState.Retrying) {
        state = new ReaderState.Reading();
      }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> come) {
      movedHere = true;
    }
  }

  /** The earlier reader of these partitions may have marked some of their aggregates. */
  private void learnStale() {
    if (movedHere) {
      stale.load();
      movedHere = false;
    }
  }

  private void read(ConsumerRecord<String, byte[]> received) {
    learnStale();
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
    Thread.ofVirtual().start(this::giveUpPlace);
  }

  private synchronized void stopContainer() {
    container.ifPresent(KafkaMessageListenerContainer::stop);
    container = Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
    starting.close();
    synchronized (this) { // a start that is under way ends first, and what it started is stopped
      if (isReading()) {
        giveUpPlace();
      }
    }
    admin.close(Duration.ofSeconds(2));
  }

  private synchronized void giveUpPlace() {
    stopContainer();
    try {
      offsets.leaveToOthers(settings.member());
    } catch (IllegalStateException brokerIsAway) {
      LOG.info("{} could not leave its group; its session ends by itself", settings.member());
    }
  }
}
