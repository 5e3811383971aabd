package org.homeward.intake.worksheets;

import java.time.Instant;

/** Has the offer of an interview answered in time: a task of the person who sees to it. */
public interface AwaitAnswer {

  /** Somebody sees to it from now on. Safe to repeat. */
  void await(String caseId, Offer offer);

  /**
   * The child has answered. Safe to repeat.
   *
   * @param by opaque id of the person who recorded it
   */
  void answered(String caseId, String item, String by);

  /**
   * One offer.
   *
   * @param item id of the task
   * @param owner opaque id of the person who sees to it
   */
  record Offer(String item, Instant due, String owner, String offeredBy, Instant offeredAt) {}
}
