package org.homeward.console.alerts;

import java.util.List;

/**
 * A list of alerts.
 *
 * @param state {@code WAITING}, {@code RETURNED}, {@code LIVE} or {@code OVER}
 * @param stopped whether everything is stopped now
 * @param next the place of the next page; empty on the last one
 * @param first whether it is the first page, which refreshes itself
 */
record AlertsPage(
    String state, boolean stopped, List<AlertLine> alerts, String next, boolean first) {

  AlertsPage {
    alerts = List.copyOf(alerts);
  }

  /** The address of this list, for its refreshed part. */
  String list() {
    return "/alerts/list?state=" + state;
  }
}
