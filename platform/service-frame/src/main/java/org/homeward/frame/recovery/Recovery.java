package org.homeward.frame.recovery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.homeward.durable.recovery.DataAge;
import org.homeward.durable.recovery.EndsLine;
import org.homeward.durable.recovery.EndsLog;
import org.homeward.durable.recovery.Replay;
import org.homeward.durable.recovery.RunMark;
import org.homeward.durable.recovery.RunMarks;
import org.homeward.durable.store.Incarnation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects an earlier copy before anything is written to the database, and applies ending changes
 * again before anything goes out of it.
 */
public final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final RunMarks marks;
  private final EndsLog endsLog;
  private final Incarnation incarnation;
  private final Path incarnationFile;
  private final Path markFile;
  private final Supplier<Optional<Replay>> replay;
  private final Clock clock;

  /**
   * @param data the directory of the node's files
   * @param service whose database it is
   */
  public Recovery(
      RunMarks marks,
      EndsLog endsLog,
      Incarnation incarnation,
      Path data,
      String service,
      Supplier<Optional<Replay>> replay,
      Clock clock) {
    this.marks = marks;
    this.endsLog = endsLog;
    this.incarnation = incarnation;
    this.incarnationFile = data.resolve("incarnation");
    this.markFile = data.resolve("run-" + service);
    this.replay = replay;
    this.clock = clock;
  }

  /** Changes nothing. The file is read before the store, which may only have come further since. */
  public DataAge look() {
    Optional<RunMark> noted = RunMark.read(markFile);
    int raisedTo = Incarnation.read(incarnationFile).number();
    boolean used = marks.isUsed();
    return DataAge.of(noted, marks.find(), raisedTo, used);
  }

  /** Takes over what was seen; from here on everything is written under its incarnation. */
  public void begin(DataAge age) {
    Incarnation.raise(incarnationFile, age.incarnation());
    if (age instanceof DataAge.Restored restored) {
      LOG.warn(
          "these data are an earlier copy: incarnation {}, see GET /actuator/recovery and"
              + " docs/operations.md, 'a node says it was restored'",
          restored.incarnation());
      marks.begin(restored, clock.instant());
    }
    incarnation.become(age.incarnation());
    mark();
  }

  /** Counts one more, and notes it outside the store. */
  public void mark() {
    marks.raise(incarnation.number(), clock.instant()).note(markFile);
  }

  /** Applies ending changes again, unless that was done since the restore; safe to repeat. */
  public void replay() {
    if (marks.recovery().filter(found -> !found.done()).isEmpty()) {
      return;
    }
    replay.get().ifPresent(Replay::quarantine); // upholds 4
    EndsLog.Content content = endsLog.read();
    Map<String, Integer> times = new TreeMap<>();
    Set<String> missing = new LinkedHashSet<>();
    for (EndsLine line : content.lines()) {
      switch (replay.get().map(r -> r.replay(line)).orElse(Replay.Replayed.KNOWN)) {
        case DONE -> times.merge(line.what(), 1, Integer::sum);
        case MISSING -> missing.add(line.subject());
        case KNOWN -> {}
      }
    }
    marks.replayed(times, new ArrayList<>(missing), content.unreadable());
    LOG.warn("done again after the restore: {}; {} not in this copy", times, missing.size());
  }

  /** The record of the last restore; empty when there was none. */
  public Optional<RunMarks.Recovery> last() {
    return marks.recovery();
  }

  /** Whether the present state of everything must still be republished. */
  public boolean isToBeRetold() {
    return marks.recovery().filter(found -> !found.retold()).isPresent();
  }

  /** Whether an earlier copy was found so shortly ago that people may yet restore another. */
  public boolean isWithin(Duration time) {
    Instant since = clock.instant().minus(time);
    return marks.recovery().filter(found -> found.at().isAfter(since)).isPresent();
  }

  public void retold() {
    marks.retold();
  }

  /** Nothing new goes out until two people have opened it. */
  public boolean isQuarantined() {
    return marks.recovery().isPresent() && replay.get().filter(Replay::isQuarantined).isPresent();
  }

  public String howToOpen() {
    return replay.get().map(Replay::howToOpen).orElse("");
  }

  public int incarnation() {
    return incarnation.number();
  }
}
