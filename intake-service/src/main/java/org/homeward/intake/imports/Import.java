package org.homeward.intake.imports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.homeward.intake.imports.rows.FileFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file of another system, from its dry run to the review of what it brought. Its bytes lie apart,
 * and are deleted when all rows are taken.
 *
 * @param source names who keeps the ids of its rows
 * @param key opens the bytes; null once they are deleted
 * @param by opaque id of the person who uploaded it
 * @param found what the dry run says
 * @param taking null before somebody has told to take the rows
 * @param erasures cases whose records their source has deleted, and since when; a person decides
 */
record Import(
    boolean exercise,
    FileFormat format,
    String source,
    @Nullable String key,
    String by,
    Instant at,
    RowCounts found,
    @Nullable Taking taking,
    Map<String, Instant> erasures)
    implements KeptImport {

  Import {
    requireNonNull(format, "format");
    requireNonNull(source, "source");
    requireNonNull(by, "by");
    requireNonNull(at, "at");
    requireNonNull(found, "found");
    erasures = erasures == null ? Map.of() : Map.copyOf(erasures);
  }

  /**
   * How far the rows are taken.
   *
   * @param by opaque id of the person who told so
   * @param upTo the last row that is done
   * @param pausedAt since when there is no room for more; null while it goes on
   * @param doneAt when the last row was done
   * @param rangAt when it began to ring because nobody has reviewed what came
   */
  record Taking(
      String by,
      Instant since,
      int upTo,
      RowCounts so,
      @Nullable Instant pausedAt,
      @Nullable Instant doneAt,
      @Nullable Instant rangAt,
      @Nullable Reviewed reviewed) {

    Taking {
      requireNonNull(by, "by");
      requireNonNull(since, "since");
      requireNonNull(so, "so");
    }

    boolean isDone() {
      return doneAt != null;
    }
  }

  /** The person who has reviewed what it brought. */
  record Reviewed(String by, Instant at) {

    Reviewed {
      requireNonNull(by, "by");
      requireNonNull(at, "at");
    }
  }

  /** Where it stands. */
  enum Stage {
    /** The dry run is shown; nothing is taken. */
    CHECKED,
    TAKING,
    /** There was no room; it goes on by itself. */
    PAUSED,
    /** What came waits for its review. */
    TAKEN,
    REVIEWED
  }

  Stage stage() {
    if (taking == null) {
      return Stage.CHECKED;
    }
    if (!taking.isDone()) {
      return taking.pausedAt() == null ? Stage.TAKING : Stage.PAUSED;
    }
    return taking.reviewed() == null ? Stage.TAKEN : Stage.REVIEWED;
  }

  boolean isWaiting() {
    return stage() != Stage.REVIEWED;
  }

  Import taking(@Nullable Taking now) {
    return new Import(exercise, format, source, key, by, at, found, now, erasures);
  }

  /** Without the wish to erase these: it is done. */
  Import without(Predicate<String> erased) {
    Map<String, Instant> left = new TreeMap<>(erasures);
    left.keySet().removeIf(erased);
    return new Import(exercise, format, source, key, by, at, found, taking, left);
  }

  Import withErasures(Map<String, Instant> more) {
    Map<String, Instant> all = new TreeMap<>(more);
    all.putAll(erasures);
    return new Import(exercise, format, source, key, by, at, found, taking, all);
  }

  /** All rows are done: the bytes have served, and the taking tells what is left. */
  Import withoutFile() {
    return new Import(exercise, format, source, null, by, at, RowCounts.NONE, taking, erasures);
  }

  @Override
  public String toString() {
    return "Import[" + stage() + "]";
  }
}
