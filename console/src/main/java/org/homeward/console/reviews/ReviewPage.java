package org.homeward.console.reviews;

import java.util.List;
import java.util.Map;

/**
 * Decisions that one person made alone.
 *
 * @param period {@code NIGHT}, {@code DAYS} or {@code MONTH}
 * @param which {@code ALL} or {@code UNSEEN}
 * @param key makes a repeated form of this page one command
 * @param told what has just been done here, in words
 * @param next the place of the next page; empty on the last one
 * @param wrong what is wrong, in words; the empty name is for all of it
 */
record ReviewPage(
    String period,
    String which,
    String key,
    String told,
    List<Line> decisions,
    String next,
    Map<String, String> wrong) {

  ReviewPage {
    decisions = List.copyOf(decisions);
    wrong = Map.copyOf(wrong);
  }

  /** The address of this list. */
  String address() {
    return "/review?period=" + period + "&which=" + which;
  }

  /**
   * One decision.
   *
   * @param code of the case
   * @param kind of the decision
   * @param number of it in its case
   * @param what in words
   * @param why in words; empty when nobody said more
   * @param by who and when, in words
   * @param own whether the reader decided it
   * @param seen who has looked at it, in words; empty while nobody has
   */
  record Line(
      String caseId,
      String code,
      boolean exercise,
      String kind,
      int number,
      String what,
      String why,
      String by,
      boolean own,
      String seen) {

    @Override
    public String toString() {
      return "Line[" + caseId + " " + number + "]";
    }
  }
}
