package org.homeward.intake.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.intake.imports.rows.RowOutcome;
import org.homeward.intake.imports.rows.SourceRow;
import org.homeward.intake.rulings.Bell;

/**
 * Takes the rows of an import, some at a time. The alarm of its document calls again until the last
 * one is done: after a crash another process goes on from the last row that is written down, and
 * rows that were done in between change nothing.
 */
final class TakeRows implements AlarmHandler {

  /** So many fit well into the time that an alarm has. */
  static final int AT_ONCE = 500;

  private final ChangeImport changeImport;
  private final ImportFile file;
  private final TakeRow takeRow;
  private final Bell bell;
  private final Clock clock;

  TakeRows(ChangeImport changeImport, ImportFile file, TakeRow takeRow, Bell bell, Clock clock) {
    this.changeImport = changeImport;
    this.file = file;
    this.takeRow = takeRow;
    this.bell = bell;
    this.clock = clock;
  }

  /** Answers the dues of an import; safe to repeat. */
  @Override
  public void due(String id) {
    changeImport
        .find(id)
        .filter(read -> read.state() instanceof Import)
        .ifPresent(read -> goOn(id, (Import) read.state()));
    if (changeImport.ringIfDue(id)) {
      bell.ring(id); // upholds 11
    }
    changeImport.expireIfDue(id);
    boolean isGone = changeImport.find(id).filter(read -> read.state() instanceof Import).isEmpty();
    if (isGone) {
      file.delete(id); // upholds 8
    }
  }

  private void goOn(String id, Import of) {
    Import.Taking taking = of.taking();
    if (taking == null || taking.isDone()) {
      return;
    }
    Optional<byte[]> bytes = of.key() == null ? Optional.empty() : file.read(id, of.key());
    var rows = new Batch(of, taking);
    if (bytes.isEmpty()) {
      rows.lose();
    } else {
      of.format().eachRow(bytes.get(), rows::more);
    }
    changeImport.change(id, rows.progress());
    if (rows.isLast) {
      file.delete(id); // upholds 8
    }
  }

  /** The rows of one call. */
  private final class Batch {

    private final Import of;
    private final Import.Taking taking;
    private final Map<String, Instant> erasures = new TreeMap<>();
    private RowCounts so;
    private int upTo;
    private boolean isFull;
    private boolean isLast = true;

    private Batch(Import of, Import.Taking taking) {
      this.of = of;
      this.taking = taking;
      this.so = taking.so();
      this.upTo = taking.upTo();
    }

    /** A restored copy of the node has the document and not the bytes. */
    private void lose() {
      int lost = Math.max(1, of.found().rows() - upTo);
      so = so.withRefused(LeftRow.refused(upTo + 1, "file-lost"), lost);
    }

    private boolean more(SourceRow row) {
      if (row.number() <= upTo) {
        return true;
      }
      if (upTo - taking.upTo() >= AT_ONCE) {
        isLast = false;
        return false;
      }
      try {
        so = with(row);
      } catch (StoreCapacity.Full e) {
        isFull = true;
        isLast = false;
        return false;
      }
      upTo = row.number();
      return true;
    }

    private RowCounts with(SourceRow row) {
      return switch (of.format().judge(row, of.source(), clock.instant())) {
        case RowOutcome.Taken taken ->
            switch (takeRow.take(taken, of, taking.by())) {
              case TakeRow.Taken.Done() -> so.withTaken();
              case TakeRow.Taken.Known() -> so.withKnown();
              case TakeRow.Taken.Asked(String rule) -> so.with(LeftRow.asked(row.number(), rule));
              case TakeRow.Taken.Refused(String rule) ->
                  so.with(LeftRow.refused(row.number(), rule));
            };
        case RowOutcome.Asked asked -> so.with(LeftRow.asked(row.number(), asked.questions()));
        case RowOutcome.Refused refused -> so.with(LeftRow.refused(row.number(), refused.faults()));
        case RowOutcome.Deletion(var key) -> {
          takeRow
              .erase(key, of, taking.by(), wasShown(row))
              .ifPresent(id -> erasures.put(id, clock.instant())); // upholds 7
          yield so.withDeletion();
        }
      };
    }

    /** The dry run showed that the file deletes it; it may have expired since. */
    private boolean wasShown(SourceRow row) {
      return of.format().judge(row, of.source(), of.at()) instanceof RowOutcome.Deletion;
    }

    private ImportCommand.Progress progress() {
      return new ImportCommand.Progress(taking.upTo(), upTo, so, isFull, isLast, erasures);
    }
  }
}
