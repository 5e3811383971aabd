package org.homeward.face.door;

import java.util.List;

/**
 * Rows of one service in the order in which they are looked at: the first that covers a request has
 * it. Rows that stand alone come after them.
 */
public record AllowanceTable(List<AllowanceRow> rows) {

  public AllowanceTable {
    rows = List.copyOf(rows);
  }

  public static AllowanceTable of(AllowanceRow... rows) {
    return new AllowanceTable(List.of(rows));
  }
}
