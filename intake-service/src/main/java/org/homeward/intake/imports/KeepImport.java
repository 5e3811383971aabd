package org.homeward.intake.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.intake.imports.rows.FileFormat;
import org.homeward.intake.imports.rows.FileRefused;
import org.homeward.intake.imports.rows.RowOutcome;

/**
 * Takes a file in: every row is judged, and nothing of it becomes a report yet. The bytes are kept
 * before the document, so that what was accepted is whole.
 */
final class KeepImport {

  private final ChangeImport changeImport;
  private final ImportFile file;
  private final StoreCapacity room;
  private final Clock clock;

  KeepImport(ChangeImport changeImport, ImportFile file, StoreCapacity room, Clock clock) {
    this.changeImport = changeImport;
    this.file = file;
    this.room = room;
    this.clock = clock;
  }

  /**
   * The wish for an import.
   *
   * @param source names who keeps the ids of its rows
   */
  record As(boolean exercise, FileFormat format, String source, String by) {}

  /** The outcome of an upload. */
  sealed interface Kept {

    record Taken(Guarded<KeptImport> now) implements Kept {}

    record KeyReused() implements Kept {}

    /** The file cannot be read. */
    record Unreadable(String rule) implements Kept {}

    /** Every row breaks a rule; nothing is kept. */
    record Refused(RowCounts rows) implements Kept {}
  }

  /**
   * @throws StoreCapacity.Full when the store has no room for cases
   */
  Kept keep(As as, byte[] bytes, Command command) {
    Optional<Kept> before = changeImport.repeated(command).map(KeepImport::again);
    if (before.isPresent()) {
      return before.get(); // upholds 2
    }
    RowCounts found;
    try {
      found = dryRun(as.format(), as.source(), bytes, clock.instant());
    } catch (FileRefused e) {
      return new Kept.Unreadable(e.rule());
    }
    if (found.isAllRefused()) {
      return new Kept.Refused(found);
    }
    if (!room.has(StoreCapacity.Work.CASE)) {
      throw new StoreCapacity.Full();
    }
    String id = UUID.randomUUID().toString();
    String key = file.keep(id, bytes);
    var fresh =
        new Import(
            as.exercise(),
            as.format(),
            as.source(),
            key,
            as.by(),
            clock.instant(),
            found,
            null,
            Map.of());
    return switch (changeImport.create(id, fresh, command)) {
      case WriteOutcome.Written<KeptImport, Boolean>(var now, var _) -> new Kept.Taken(now);
      case WriteOutcome.OfRepetition<KeptImport, Boolean> other -> {
        file.delete(id);
        yield again(other);
      }
    };
  }

  private static Kept again(WriteOutcome.OfRepetition<KeptImport, Boolean> before) {
    return switch (before) {
      case WriteOutcome.Repeated<KeptImport, Boolean>(var now, var _) -> new Kept.Taken(now);
      case WriteOutcome.KeyReused<KeptImport, Boolean>() -> new Kept.KeyReused();
    };
  }

  /** What would become of each row. */
  static RowCounts dryRun(FileFormat format, String source, byte[] bytes, Instant now) {
    var counts = new AtomicReference<>(RowCounts.NONE);
    format.eachRow(
        bytes,
        row -> {
          RowCounts so = counts.get();
          counts.set(
              switch (format.judge(row, source, now)) {
                case RowOutcome.Taken _ -> so.withTaken();
                case RowOutcome.Asked asked ->
                    so.with(LeftRow.asked(row.number(), asked.questions()));
                case RowOutcome.Refused refused ->
                    so.with(LeftRow.refused(row.number(), refused.faults()));
                case RowOutcome.Deletion _ -> so.withDeletion();
              });
          return true;
        });
    return counts.get();
  }
}
