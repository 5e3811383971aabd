package org.homeward.intake.imports.rows;

import java.time.Instant;
import java.util.function.Predicate;

/** The formats of files that are taken. */
public enum FileFormat {
  CSV {
    @Override
    public void eachRow(byte[] file, Predicate<SourceRow> more) {
      CsvFile.read(file, more);
    }

    @Override
    public RowOutcome judge(SourceRow row, String source, Instant now) {
      return CsvRow.judge(row, source, now);
    }
  },
  PFIF {
    @Override
    public void eachRow(byte[] file, Predicate<SourceRow> more) {
      PfifFile.read(file, more);
    }

    @Override
    public RowOutcome judge(SourceRow row, String source, Instant now) {
      return PfifRow.judge(row, now);
    }
  };

  /** More than the records of one country's years. */
  static final int MOST_ROWS = 20_000;

  /** Longer values are no facts about a child. */
  static final int MOST_OF_A_FIELD = 64 * 1024;

  /**
   * Calls with one row after the other, in their order, until told that it is enough.
   *
   * @param more whether to go on
   * @throws FileRefused at the first place from which on the file cannot be read
   */
  public abstract void eachRow(byte[] file, Predicate<SourceRow> more);

  /**
   * What becomes of a row; the same each time.
   *
   * @param source names who keeps the ids of rows that do not name it themselves
   */
  public abstract RowOutcome judge(SourceRow row, String source, Instant now);
}
