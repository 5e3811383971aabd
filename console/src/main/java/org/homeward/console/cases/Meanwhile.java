package org.homeward.console.cases;

import java.time.Instant;
import java.util.List;
import org.homeward.console.facts.FactWords;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The events in a case since a page of it was shown.
 *
 * @param shown when; the form sends it back
 * @param was what the case was then; the form sends it back
 * @param happened sentences with who and when, the newest first; empty as long as nobody was faster
 */
record Meanwhile(String shown, String was, List<String> happened) {

  Meanwhile {
    happened = List.copyOf(happened);
  }

  /** Of a page that is shown now. */
  static Meanwhile nothing(String was, Instant now) {
    return new Meanwhile(now.toString(), was, List.of());
  }

  /**
   * For a form that was refused with 412.
   *
   * @param shown as the form sends it
   */
  static Meanwhile since(String shown, String was, List<CasePage.Entry> story, Instant now) {
    Instant at = FactWords.instant(JsonNodeFactory.instance.stringNode(shown)).orElse(now);
    return new Meanwhile(
        now.toString(),
        was,
        story.stream()
            .filter(entry -> entry.at().isAfter(at))
            .map(entry -> entry.sentence() + " – " + entry.by())
            .toList());
  }
}
