package org.homeward.intake.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of rows, or would: how many, and the first of those that are not taken.
 *
 * @param rows how many were looked at
 * @param deletions those that say that their source has deleted the record
 */
record RowCounts(int rows, int taken, int asked, int refused, int deletions, List<LeftRow> left) {

  /** More are counted and not listed. */
  static final int MOST_LISTED = 500;

  static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, List.of());

  RowCounts {
    left = left == null ? List.of() : List.copyOf(left);
  }

  RowCounts withTaken() {
    return new RowCounts(rows + 1, taken + 1, asked, refused, deletions, left);
  }

  RowCounts withDeletion() {
    return new RowCounts(rows + 1, taken, asked, refused, deletions + 1, left);
  }

  RowCounts with(LeftRow row) {
    boolean asks = row.isAsked();
    List<LeftRow> more = left;
    if (left.size() < MOST_LISTED) {
      more = new ArrayList<>(left);
      more.add(row);
    }
    return new RowCounts(
        rows + 1, taken, asked + (asks ? 1 : 0), refused + (asks ? 0 : 1), deletions, more);
  }

  /** Not one of them can be taken, whatever a person says. */
  boolean isAllRefused() {
    return rows > 0 && refused == rows;
  }
}
