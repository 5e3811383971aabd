package org.homeward.console.registers;

import java.util.List;

/**
 * The register of webhooks.
 *
 * @param mayRegister whether the reader registers new ones
 */
record WebhooksPage(List<Line> lines, boolean mayRegister) {

  WebhooksPage {
    lines = List.copyOf(lines);
  }

  /**
   * The system of one organisation.
   *
   * @param where the regions of which it hears
   */
  record Line(String id, String name, String where, String state, boolean exercise) {}
}
