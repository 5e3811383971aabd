package org.homeward.frame.changes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.log.Cursor;
import org.homeward.durable.log.Log;
import org.homeward.durable.log.LogEntry;
import org.homeward.durable.log.OldEntries;
import org.homeward.durable.publication.Drain;

/**
 * The log of what has changed: kinds, ids and versions, for some days. Documents drain into it, so
 * that a change is there however its writer ended.
 */
public final class ChangeLog {

  static final String NAME = "changes";
  static final String AT = "at";

  private static final String TYPE = "type";
  private static final String ID = "id";
  private static final String VERSION = "version";

  private final Log log;
  private final OldEntries old;
  private final Duration kept;
  private final Clock clock;
  private volatile Instant used;

  ChangeLog(Log log, OldEntries old, Duration kept, Clock clock) {
    this.log = log;
    this.old = old;
    this.kept = kept;
    this.clock = clock;
    this.used = clock.instant();
  }

  /** A place in the log with what stands there; nothing where only a restore is noted. */
  record Placed(long n, Optional<Change> change) {}

  /**
   * Tells that documents have changed.
   *
   * @param type what readers know them as
   */
  public <S> Drain<S> drain(String type) {
    return document -> append(type, document);
  }

  private <S> void append(String type, Guarded<S> document) {
    if (document.pending().isEmpty()) {
      return;
    }
    long version = document.pending().getLast().n();
    var fields =
        new Document(TYPE, type)
            .append(ID, document.id())
            .append(VERSION, version)
            .append(AT, Date.from(clock.instant()));
    long _ = awake().append(type + "/" + document.id() + "/" + version, fields);
  }

  /** The newest place. */
  Cursor head() {
    return awake().head();
  }

  /** The entries behind a place, as far as they are there without a gap. */
  List<Placed> after(long n, int limit) {
    return log.after(n, limit).stream().map(ChangeLog::placed).toList();
  }

  private static Placed placed(LogEntry entry) {
    Document fields = entry.fields();
    return entry.isEpoch()
        ? new Placed(entry.n(), Optional.empty())
        : new Placed(
            entry.n(),
            Optional.of(
                new Change(fields.getString(TYPE), fields.getString(ID), fields.getLong(VERSION))));
  }

  /** Deletes entries older than the retention. */
  void forget() {
    long _ = old.deleteBefore(clock.instant().minus(kept));
  }

  /** A process that was suspended for long would go on where the log is deleted by now. */
  private Log awake() {
    Instant now = clock.instant();
    if (used.plus(kept.dividedBy(2)).isBefore(now)) {
      log.prepare();
    }
    used = now;
    return log;
  }
}
