package org.homeward.console.registers;

import java.util.List;

/**
 * The register of authorities.
 *
 * @param mayRegister whether the reader enters new ones
 */
record AuthoritiesPage(List<Line> lines, boolean mayRegister) {

  AuthoritiesPage {
    lines = List.copyOf(lines);
  }

  /**
   * One office.
   *
   * @param until when the entry ends, in words
   */
  record Line(String id, String office, String standing, String until) {}
}
