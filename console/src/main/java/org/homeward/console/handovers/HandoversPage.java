package org.homeward.console.handovers;

import java.util.List;

/**
 * The handovers of one side, by what is due first.
 *
 * @param role {@code HOLDER} for what partners offer, {@code OWNER} for what is offered to them
 * @param quarantined nothing with content goes to partners until two people open the node
 * @param next the place of the next page; empty on the last one
 * @param first whether it is the first page, which refreshes itself
 */
record HandoversPage(
    String role, boolean quarantined, List<HandoverLine> lines, String next, boolean first) {

  HandoversPage {
    lines = List.copyOf(lines);
  }

  boolean isOurs() {
    return role.equals("OWNER");
  }

  /** Where the page is. */
  String address() {
    return isOurs() ? "/handovers/ours" : "/handovers";
  }

  List<HandoverLine> open() {
    return lines.stream().filter(line -> !line.isOver()).toList();
  }

  List<HandoverLine> over() {
    return lines.stream().filter(HandoverLine::isOver).toList();
  }
}
