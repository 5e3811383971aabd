package org.homeward.console.webhooks;

import java.util.List;

/**
 * The register of webhooks.
 *
 * @param mayRegister whether the reader registers new ones
 * @param mayListDead whether the reader sees what they refused
 */
record WebhooksPage(List<Line> lines, boolean mayRegister, boolean mayListDead) {

  WebhooksPage {
    lines = List.copyOf(lines);
  }

  /**
   * The system of one organisation.
   *
   * @param where the regions of which it hears
   * @param paused whether what is new to it is held back
   */
  record Line(
      String id, String name, String where, String state, boolean paused, boolean exercise) {}
}
