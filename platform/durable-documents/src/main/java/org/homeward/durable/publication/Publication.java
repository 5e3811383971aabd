package org.homeward.durable.publication;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.durable.Loop;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what documents hold as pending: right after the write, and by a sweep what was left.
 *
 * <p>Any instance may publish any document at any time. A record may so come twice or late; readers
 * go by the version. Nothing is marked before the drains have returned.
 */
public final class Publication<S> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
  private static final int WORKERS = 4;
  private static final int QUEUE = 10_000;
  private static final int SWEEP_BATCH = 500;
  private static final int STRIPES = 256;

  private final String name;
  private final GuardedDocuments<S> documents;
  private final MongoCollection<Document> collection;
  private final List<Drain<S>> drains;
  private final Clock clock;
  private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(QUEUE);
  private final List<Thread> workers = new ArrayList<>();
  private final Loop sweep;
  private final LongAdder published = new LongAdder();
  private volatile boolean begun;
  private final List<Object> turns = Stream.generate(Object::new).limit(STRIPES).toList();

  /**
   * @param drains all are called, in this order, whatever became of the ones before: a disk that is
   *     full does not keep a stop from the topic. What must wait for another: {@link Drain#then}
   */
  public Publication(String name, GuardedDocuments<S> documents, List<Drain<S>> drains) {
    this.name = name;
    this.documents = documents;
    this.collection = documents.collection();
    this.drains = List.copyOf(drains);
    this.clock = documents.clock();
    this.sweep = new Loop("sweep-" + name, Duration.ofSeconds(1), this::sweep);
  }

  public void start() {
    documents.announceTo(this::soon);
    for (int i = 0; i < WORKERS; i++) {
      workers.add(Thread.ofVirtual().name("publish-" + name + "-" + i).start(this::work));
    }
    sweep.start();
  }

  /** Asks for a document's publication; when the queue is full the sweep will find it. */
  public void soon(String id) {
    queue.offer(id);
  }

  /**
   * Publishes what this document holds as pending; returns when it is marked as published. Two of
   * this process take turns, so that what was before an erasure is not told after it.
   */
  public void publish(String id) {
    synchronized (turn(id)) {
      Guarded<S> document = documents.find(id).orElse(null);
      if (document == null) {
        return;
      }
      if (!document.pending().isEmpty()) {
        drain(document);
        published.increment();
      }
      mark(document);
    }
  }

  private void drain(Guarded<S> document) {
    RuntimeException failed = null;
    for (Drain<S> drain : drains) {
      try {
        drain.drain(document);
      } catch (RuntimeException e) {
        if (failed != null) {
          e.addSuppressed(failed);
        }
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  private Object turn(String id) {
    return turns.get(Math.floorMod(id.hashCode(), STRIPES));
  }

  /**
   * Publishes everything whose writer did not get to it; the number of documents. One document that
   * cannot be rendered does not keep the others waiting, but it is not forgotten either. The first
   * sweep waits for no time: its writers have died, or their clock was ahead.
   */
  public int sweep() {
    if (!begun) {
      Date now = Date.from(clock.instant());
      collection.updateMany(gt("publishAt", now), set("publishAt", now));
      begun = true;
    }
    List<Document> left =
        collection
            .find(lte("publishAt", Date.from(clock.instant())))
            .projection(Projections.include("_id"))
            .limit(SWEEP_BATCH)
            .into(new ArrayList<>());
    List<RuntimeException> failed = new ArrayList<>();
    for (Document document : left) {
      try {
        publish(document.getString("_id"));
      } catch (PublicationFailure brokerIsAway) {
        throw brokerIsAway;
      } catch (RuntimeException e) {
        LOG.warn("{} {}: {}", name, document.getString("_id"), e.getClass().getName());
        failed.add(e);
      }
    }
    if (!failed.isEmpty()) {
      throw failed.getFirst();
    }
    return left.size();
  }

  /**
   * Publishes the present state of every document with no changes, for a reader that starts new or
   * lost its place; the number of documents.
   */
  public int republishAll() {
    var count = new AtomicInteger();
    documents.forEach(
        document -> {
          drain(document.withoutPending());
          count.incrementAndGet();
        });
    return count.get();
  }

  /** When the oldest change that is not published yet should have been; for health and metric. */
  public Optional<Instant> oldestPending() {
    Document oldest =
        collection
            .find(Filters.exists("publishAt"))
            .sort(Sorts.ascending("publishAt"))
            .projection(Projections.include("publishAt"))
            .limit(1)
            .first();
    return oldest == null ? Optional.empty() : Optional.of(oldest.getDate("publishAt").toInstant());
  }

  /** Which documents it is of. */
  public String name() {
    return name;
  }

  /** How many times a document's changes got where others see them. */
  public long published() {
    return published.sum();
  }

  public Loop loop() {
    return sweep;
  }

  /**
   * A newer version may have been written meanwhile: its changes stay, and so does the time at
   * which the sweep looks; when it finds nothing pending it comes here again.
   */
  private void mark(Guarded<S> published) {
    Bson done = pull("changes", new Document("n", new Document("$lte", published.version())));
    var marked =
        collection.updateOne(
            and(eq("_id", published.id()), eq("version", published.version())),
            combine(done, unset("publishAt")));
    if (marked.getMatchedCount() == 0) {
      collection.updateOne(eq("_id", published.id()), done);
    }
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        publish(queue.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.warn("publication of {} is left to the sweep: {}", name, e.getClass().getName());
      }
    }
  }

  @Override
  public void close() {
    documents.announceTo(id -> {});
    workers.forEach(Thread::interrupt);
    sweep.close();
  }
}
