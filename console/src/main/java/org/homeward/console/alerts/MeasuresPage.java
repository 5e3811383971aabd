package org.homeward.console.alerts;

import java.util.List;

/**
 * How an alert went, in numbers; nobody is named.
 *
 * @param name of the alert, as people say it
 * @param isCounted whether those for whom the alert is meant could be counted
 * @param alert how fast it came, by channel
 * @param ends the same of its end
 * @param failures what did not arrive, in words
 */
record MeasuresPage(
    String id,
    String name,
    boolean exercise,
    boolean isCounted,
    List<Progress.OfChannel> alert,
    List<Progress.OfChannel> ends,
    List<Progress.Count> failures) {

  MeasuresPage {
    alert = List.copyOf(alert);
    ends = List.copyOf(ends);
    failures = List.copyOf(failures);
  }
}
