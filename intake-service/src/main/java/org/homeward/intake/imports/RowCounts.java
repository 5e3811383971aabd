package org.homeward.intake.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of rows, or would: how many, and the first of those that are not taken.
 *
 * @param rows how many were looked at
 * @param known those whose record has said the same before, or something newer
 * @param deletions those that say that their source has deleted the record
 */
record RowCounts(
    int rows, int taken, int known, int asked, int refused, int deletions, List<LeftRow> left) {

  /** More are counted and not listed. */
  static final int MOST_LISTED = 500;

  static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0, List.of());

  RowCounts {
    left = left == null ? List.of() : List.copyOf(left);
  }

  RowCounts withTaken() {
    return new RowCounts(rows + 1, taken + 1, known, asked, refused, deletions, left);
  }

  RowCounts withKnown() {
    return new RowCounts(rows + 1, taken, known + 1, asked, refused, deletions, left);
  }

  RowCounts withDeletion() {
    return new RowCounts(rows + 1, taken, known, asked, refused, deletions + 1, left);
  }

  RowCounts with(LeftRow row) {
    return row.isAsked()
        ? new RowCounts(rows + 1, taken, known, asked + 1, refused, deletions, listed(row))
        : withRefused(row, 1);
  }

  /** So many rows that break the same rule; only the first one is listed. */
  RowCounts withRefused(LeftRow first, int many) {
    return new RowCounts(
        rows + many, taken, known, asked, refused + many, deletions, listed(first));
  }

  private List<LeftRow> listed(LeftRow row) {
    if (left.size() >= MOST_LISTED) {
      return left;
    }
    List<LeftRow> more = new ArrayList<>(left);
    more.add(row);
    return more;
  }

  /** Not one of them can be taken, whatever a person says. */
  boolean isAllRefused() {
    return rows > 0 && refused == rows;
  }
}
