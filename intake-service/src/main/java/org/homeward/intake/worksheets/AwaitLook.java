package org.homeward.intake.worksheets;

import java.time.Instant;

/** Has a supervisor look at a child's own picture in time; the decision about it does the task. */
public interface AwaitLook {

  /** It waits from now on. Safe to repeat. */
  void await(String caseId, Picture picture);

  /**
   * Somebody has decided about it. Safe to repeat.
   *
   * @param by opaque id of the person
   */
  void looked(String caseId, String item, String by);

  /**
   * One picture.
   *
   * @param item id of the task
   */
  record Picture(String item, String setBy, Instant setAt) {}
}
