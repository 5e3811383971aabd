package org.homeward.durable.alarm;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;
import org.homeward.durable.Loop;
import org.homeward.durable.document.GuardedDocuments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one loop of a collection that looks for documents whose time has come.
 *
 * <p>A claim moves the alarm a little into the future, so that of several instances one answers it,
 * and so that it comes back when that one dies.
 */
public final class Alarms implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final int BATCH = 100;

  private final String name;
  private final MongoCollection<Document> documents;
  private final AlarmHandler handler;
  private final Clock clock;
  private final Duration claim;
  private final List<String> atStart; // what is left of it; the loop's
  private final Loop loop;
  private final LongAdder failed = new LongAdder();
  private volatile Duration overdue = Duration.ZERO;

  public Alarms(String name, GuardedDocuments<?> documents, AlarmHandler handler, Duration claim) {
    this(name, documents, handler, claim, Set.of());
  }

  /**
   * @param atStart dues that only put off what could be tried now: a process that starts does not
   *     wait for them. It also brings forward what was put off by a clock that was ahead and has
   *     been set right.
   */
  public Alarms(
      String name,
      GuardedDocuments<?> documents,
      AlarmHandler handler,
      Duration claim,
      Set<String> atStart) {
    this.name = name;
    this.documents = documents.collection();
    this.handler = handler;
    this.clock = documents.clock();
    this.claim = claim;
    this.atStart = new ArrayList<>(atStart);
    this.loop = new Loop("alarms-" + name, Duration.ofSeconds(1), this::ring);
  }

  public void start() {
    loop.start();
  }

  /** How the loop does, for health. */
  public Loop loop() {
    return loop;
  }

  /** Which documents they are of. */
  public String name() {
    return name;
  }

  /** How long the oldest of those found last had been waiting. */
  public Duration overdue() {
    return overdue;
  }

  /** Alarms whose answer failed, each comes again. */
  public long failed() {
    return failed.sum();
  }

  /** Answers all alarms that are due now; the number of documents answered. */
  public int ring() {
    int answered = 0;
    Instant now = clock.instant();
    while (!atStart.isEmpty()) {
      bringForward("dues." + atStart.getLast(), Date.from(now));
      atStart.removeLast();
    }
    List<Document> found = due(now);
    overdue =
        found.stream()
            .map(due -> Duration.between(due.getDate("wakeAt").toInstant(), now))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    for (Document due : found) {
      String id = due.getString("_id");
      var mine =
          documents.updateOne(
              and(eq("_id", id), eq("wakeAt", due.getDate("wakeAt"))),
              set("wakeAt", Date.from(now.plus(claim))));
      if (mine.getMatchedCount() == 1) {
        answer(id);
        answered++;
      }
    }
    return answered;
  }

  private void bringForward(String due, Date now) {
    documents.updateMany(gt(due, now), combine(set(due, now), set("wakeAt", now)));
  }

  private List<Document> due(Instant now) {
    return documents
        .find(lte("wakeAt", Date.from(now)))
        .projection(Projections.include("wakeAt"))
        .limit(BATCH)
        .into(new ArrayList<>());
  }

  private void answer(String id) {
    try {
      handler.due(id);
    } catch (RuntimeException e) {
      // One document must not keep the others waiting; its alarm comes again after the claim.
      failed.increment();
      LOG.warn("alarm of {} {} failed and comes again in {}: {}", name, id, claim, e.getClass());
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
