package org.homeward.console.oversight;

import java.util.List;

/**
 * The matters that data protection has to look at.
 *
 * @param officer whether the reader is the data-protection officer; a supervisor sees the erasures
 * @param told what was done just now, in words; empty otherwise
 * @param recallsKnown whether the bridge has answered
 * @param key makes a repeated form of this page one command
 */
record OversightPage(
    boolean officer,
    String told,
    List<Trail> trails,
    List<Erasure> erasures,
    boolean recallsKnown,
    List<Recall> recalls,
    List<Check> checks,
    String key) {

  OversightPage {
    trails = List.copyOf(trails);
    erasures = List.copyOf(erasures);
    recalls = List.copyOf(recalls);
    checks = List.copyOf(checks);
  }

  /**
   * The audit trail of one service.
   *
   * @param status {@code UP}, {@code DOWN} or {@code UNKNOWN}
   * @param whatToDo in English, as the service says it; empty when it holds
   */
  record Trail(String service, String status, String whatToDo) {}

  /** A case that one person wants to erase; {@code until} the word is void, in words. */
  record Erasure(String id, String code, boolean exercise, String since, String until) {}

  /** A partner was asked to erase and has not said that it did. */
  record Recall(String partner, String caseId, String code) {}

  /**
   * A desk, another entry or somebody's searches that the officer should look at.
   *
   * @param person whose looks are shown beside it; empty when it is about an entry
   */
  record Check(String task, String kind, String name, String person, String since) {}
}
