package org.homeward.intake.worksheets;

import java.time.Instant;

/** Has the risk of a case reviewed in time: a task of the person who assessed it. */
public interface ReviewRisk {

  /** The next review; one that was set before is done by it. Safe to repeat. */
  void next(String caseId, Review review);

  /** Nobody reviews it any more. Safe to repeat. */
  void none(String caseId);

  /**
   * One review.
   *
   * @param item id of the task
   * @param owner opaque id of the person
   */
  record Review(String item, Instant due, String owner, Instant setAt) {}
}
