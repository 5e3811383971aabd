package org.homeward.console.alerts;

import java.util.List;
import java.util.Map;

/**
 * The page that stops everything.
 *
 * @param stopped whether everything is stopped now
 * @param key makes a repeated form of this page one command
 * @param told what has just been done here, in words
 * @param known whether the node has said which stops stand
 * @param stops those that stand
 * @param mayLift whether the reader's role lifts stops
 * @param wrong what is wrong, in words, by field
 */
record StopsPage(
    boolean stopped,
    String key,
    String told,
    boolean known,
    List<Line> stops,
    boolean mayLift,
    Map<String, String> wrong) {

  StopsPage {
    stops = List.copyOf(stops);
    wrong = Map.copyOf(wrong);
  }

  /**
   * One stop.
   *
   * @param word the API's name of it
   * @param scope {@code NODE}, {@code CASE} or {@code ALERT}
   * @param code of the case; empty for others
   * @param link to the alert or case; empty for the node's own
   * @param by who set it, and when
   * @param proposed who wants to lift it; empty when nobody does
   * @param byReader whether that was the reader
   */
  record Line(
      String word,
      String scope,
      String code,
      String link,
      String by,
      String proposed,
      boolean byReader) {}
}
