package org.homeward.console.photos;

import java.util.List;

/**
 * The papers of a case, and the form that sends another one.
 *
 * @param takes whether this person may send one, as the case stands
 * @param confides whether this person may keep one among confidants
 * @param audience who of the team is chosen to read it
 * @param key makes a repeated form of this page one command
 * @param told what has just been done here, in words; empty when the page is only read
 * @param wrong why the paper was not taken, in words; empty when nothing is wrong
 */
record PapersPage(
    String caseId,
    String code,
    String who,
    boolean exercise,
    boolean takes,
    boolean confides,
    String audience,
    List<Line> papers,
    String key,
    String told,
    String wrong) {

  PapersPage {
    papers = List.copyOf(papers);
  }

  /**
   * One paper of the list.
   *
   * @param title as it is called, in words
   * @param state {@code UNSEEN}, {@code SEEN}, {@code LOCKED} or {@code DESTROYED}
   * @param kind what it is, in words; empty when nobody has said
   * @param sent when and by whom, in words
   */
  record Line(String paper, String title, String state, String kind, String sent) {}

  @Override
  public String toString() {
    return "PapersPage[" + caseId + "]";
  }
}
