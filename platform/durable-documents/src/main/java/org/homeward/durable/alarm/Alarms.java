package org.homeward.durable.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.homeward.durable.Loop;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.Marks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of a collection that finds due documents.
 *
 * <p>It sleeps until the next alarm that it has seen or that this process has written. The instance
 * that wrote an alarm handles it; if it crashes, another finds the alarm within one pause.
 *
 * <p>A claim moves the alarm a little into the future, so that of several instances one answers it,
 * and so that it comes back when that one dies.
 */
public final class Alarms implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final int BATCH = 100;

  /** Before the first turn, and after one that failed. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /**
   * No clock that a time service sets is ahead of another by more, and no alarm is harmed by it.
   */
  private static final Duration AHEAD = Duration.ofSeconds(5);

  /** Clocks are seldom wrong, and a node at rest asks its store seldom. */
  private static final int TURNS_UNTIL_JUDGED_ANEW = 3;

  private final String name;
  private final Marks marks;
  private final List<AlarmHandler> handlers;
  private final Clock clock;
  private final AlarmSettings settings;
  private final List<String> atStart; // what is left of it; the loop's
  private boolean claimsLookedAt; // the loop's
  private int turns; // the loop's
  private final Loop loop;
  private final LongAdder failed = new LongAdder();
  private volatile Duration overdue = Duration.ZERO;

  /**
   * @param handlers all are called for each document that is due, in this order
   * @param atStart dues that only put off what could be tried now: a process that starts does not
   *     wait for them. It also brings forward what was put off by a clock that was ahead and has
   *     been set right.
   */
  public Alarms(
      String name,
      GuardedDocuments<?> documents,
      List<AlarmHandler> handlers,
      AlarmSettings settings,
      Collection<String> atStart) {
    this.name = name;
    this.marks = documents.marks();
    this.handlers = List.copyOf(handlers);
    this.clock = documents.clock();
    this.settings = settings;
    this.atStart = new ArrayList<>(atStart);
    this.loop = Loop.paced("alarms-" + name, SOON, this::turn);
  }

  public void start() {
    loop.start();
  }

  /** A document was written: its alarm may come before the next turn that is planned. */
  public void written(Guarded<?> now) {
    now.dues().values().stream()
        .min(Comparator.naturalOrder())
        .ifPresent(due -> loop.wakeIn(Duration.between(clock.instant(), due)));
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

  private Duration turn() {
    boolean judgesAnew = turns++ % TURNS_UNTIL_JUDGED_ANEW == 0;
    return rung(judgesAnew).rest();
  }

  /** Answers all alarms that are due now; the number of documents answered. */
  public int ring() {
    return rung(true).answered();
  }

  /**
   * @param rest until the next alarm
   */
  private record Rung(int answered, Duration rest) {}

  private Rung rung(boolean judgesAnew) {
    while (!atStart.isEmpty()) {
      marks.bringForward(atStart.getLast());
      atStart.removeLast();
    }
    Instant now = clock.instant();
    if (!claimsLookedAt) {
      marks.endClaimsAfter(now.plus(settings.claim()));
      claimsLookedAt = true;
    }
    while (judgesAnew) {
      judgesAnew = marks.judgeAnew(now.plus(AHEAD), BATCH) == BATCH;
    }
    List<Marks.Due> ahead = marks.alarms(now.plus(settings.lookEvery()), BATCH);
    List<Marks.Due> due = ahead.stream().filter(each -> !each.at().isAfter(now)).toList();
    overdue = due.isEmpty() ? Duration.ZERO : Duration.between(due.getFirst().at(), now);
    int answered = 0;
    for (Marks.Due each : due) {
      if (marks.claim(each, now.plus(settings.claim()))) {
        answer(each.id());
        answered++;
      }
    }
    if (due.size() == BATCH) {
      return new Rung(answered, Duration.ZERO);
    }
    Instant next =
        ahead.size() > due.size() ? ahead.get(due.size()).at() : now.plus(settings.lookEvery());
    return new Rung(answered, Duration.between(now, next));
  }

  private void answer(String id) {
    try {
      handlers.forEach(handler -> handler.due(id));
    } catch (RuntimeException e) {
      // One document must not keep the others waiting; its alarm comes again after the claim.
      failed.increment();
      loop.wakeIn(settings.claim());
      LOG.warn(
          "alarm of {} {} failed and comes again in {}: {}",
          name,
          id,
          settings.claim(),
          e.getClass());
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
