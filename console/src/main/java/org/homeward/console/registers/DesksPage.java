package org.homeward.console.registers;

import java.util.List;

/**
 * All police desks of the node.
 *
 * @param mayRegister whether the reader enters new ones
 */
record DesksPage(List<Line> lines, boolean mayRegister) {

  DesksPage {
    lines = List.copyOf(lines);
  }

  /**
   * One desk.
   *
   * @param until when its key ends, in words
   * @param waits whether a key of it asks for another person's confirmation
   */
  record Line(
      String id,
      String name,
      String where,
      String standing,
      boolean exercise,
      String until,
      boolean waits) {}
}
