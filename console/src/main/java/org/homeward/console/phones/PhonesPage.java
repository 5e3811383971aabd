package org.homeward.console.phones;

import java.util.List;

/**
 * The register of phones.
 *
 * @param mayRegister whether the reader registers new ones
 */
record PhonesPage(List<Line> lines, boolean mayRegister) {

  PhonesPage {
    lines = List.copyOf(lines);
  }

  /**
   * The phone of one organisation.
   *
   * @param where the regions of which it hears
   */
  record Line(String id, String name, String where, String state, boolean exercise) {}
}
