package org.homeward.durable.publication;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.homeward.durable.Loop;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Marks;
import org.homeward.durable.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes pending changes of documents: right after the write, otherwise by a sweep.
 *
 * <p>Any instance may publish any document at any time. A record may therefore come twice or late;
 * readers use the version. Nothing is marked before the drains have returned.
 */
public final class Publication<S> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
  private static final int SWEEP_BATCH = 500;

  /** The pause after a failure; otherwise only a crashed process has left something. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final String name;
  private final GuardedDocuments<S> documents;
  private final Marks marks;
  private final List<Drain<S>> drains;
  private final Lanes<S> lanes;
  private final Published published;
  private final Loop sweep;
  private final LongAdder count = new LongAdder();
  private volatile boolean begun;

  /** When the oldest was due that the last sweep found; {@link Instant#MAX} when none is left. */
  private volatile Instant oldest = Instant.MAX;

  /** Whether the store answered the last sweep. */
  private volatile boolean answered = true;

  /**
   * @param lanes hears of the writes of these documents
   * @param drains all are called, in this order, whatever became of the ones before: a disk that is
   *     full does not keep a stop from the topic. A drain that must wait for another: {@link
   *     Drain#then}
   * @param lookEvery how often it is looked whether a process that died has left something
   */
  public Publication(
      String name,
      GuardedDocuments<S> documents,
      Lanes<S> lanes,
      List<Drain<S>> drains,
      Duration lookEvery) {
    this.name = name;
    this.documents = documents;
    this.marks = documents.marks();
    this.drains = List.copyOf(drains);
    this.lanes = lanes;
    this.published = new Published(name, marks);
    this.sweep = Loop.paced("sweep-" + name, SOON, () -> sweep() == SWEEP_BATCH ? SOON : lookEvery);
  }

  public void start() {
    published.start();
    lanes.start(name, this::publishWritten, id -> orLeaveToTheSweep(() -> publish(id)));
    sweep.start();
  }

  /**
   * Publishes the pending changes of this document; returns when they are marked as published. Two
   * threads of this process take turns, so that a state before an erasure is not published after
   * it.
   */
  public void publish(String id) {
    synchronized (lanes.turn(id)) {
      documents.find(id).ifPresent(document -> publishedNow(document));
    }
  }

  private void publishedNow(Guarded<S> document) {
    drain(document.pendingAfter(published.upTo(document.id())));
    published.now(document);
  }

  /** A document as its writer left it, unless a newer one is out already. */
  private void publishWritten(Guarded<S> written) {
    orLeaveToTheSweep(
        () -> {
          synchronized (lanes.turn(written.id())) {
            if (published.upTo(written.id()) < written.version()) {
              drain(written.pendingAfter(published.upTo(written.id())));
              published.soon(written);
            }
          }
        });
  }

  private void orLeaveToTheSweep(Runnable publish) {
    try {
      publish.run();
    } catch (RuntimeException e) {
      LOG.warn("publication of {} is left to the sweep: {}", name, e.getClass().getName());
      sweep.wakeIn(SOON);
    }
  }

  private void drain(Guarded<S> document) {
    if (document.pending().isEmpty()) {
      return;
    }
    call(document);
    count.increment();
  }

  private void call(Guarded<S> document) {
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

  /**
   * Publishes everything that its writer did not publish; returns the number of documents. One
   * document that cannot be rendered does not keep the others waiting, but it is not forgotten
   * either. The first sweep ignores the times, because the writers have crashed or their clock was
   * ahead.
   */
  public int sweep() {
    try {
      return sweep(left());
    } catch (StoreFailure.Unavailable | StoreFailure.OutcomeUnknown | MongoException storeIsAway) {
      answered = false;
      throw storeIsAway;
    }
  }

  private List<Marks.Due> left() {
    if (!begun) {
      marks.publishNow();
      begun = true;
    }
    List<Marks.Due> left = marks.unpublished(documents.clock().instant(), SWEEP_BATCH);
    oldest = left.isEmpty() ? Instant.MAX : left.getFirst().at();
    answered = true;
    return left;
  }

  private int sweep(List<Marks.Due> left) {
    List<RuntimeException> failed = new ArrayList<>();
    for (Marks.Due due : left) {
      try {
        publish(due.id());
      } catch (PublicationFailure
          | StoreFailure.Unavailable
          | StoreFailure.OutcomeUnknown engineIsAway) {
        throw engineIsAway;
      } catch (RuntimeException e) {
        LOG.warn("{} {}: {}", name, due.id(), e.getClass().getName());
        failed.add(e);
      }
    }
    if (!failed.isEmpty()) {
      throw failed.getFirst();
    }
    if (left.size() < SWEEP_BATCH) {
      oldest = Instant.MAX;
    }
    return left.size();
  }

  /**
   * Publishes the present state of every document with no changes, for a reader that starts new or
   * lost its place; the number of documents.
   */
  public int republishAll() {
    var told = new AtomicInteger();
    documents.forEach(
        document -> {
          call(document.withoutPending());
          told.incrementAndGet();
        });
    return told.get();
  }

  /**
   * How long the oldest change has waited that a sweep found and has not published; empty while the
   * store does not answer.
   */
  public Optional<Duration> overdue() {
    if (!answered) {
      return Optional.empty();
    }
    Instant since = oldest;
    return Optional.of(
        since.equals(Instant.MAX)
            ? Duration.ZERO
            : Duration.between(since, documents.clock().instant()));
  }

  /** Which documents it is of. */
  public String name() {
    return name;
  }

  /** How many times a document's changes were published. */
  public long published() {
    return count.sum();
  }

  public Loop loop() {
    return sweep;
  }

  @Override
  public void close() {
    sweep.close();
    lanes.close();
    published.close();
  }
}
