package org.homeward.intake.worksheets;

import java.time.Instant;

/** Has a call that the family was promised made in time: a task of the person who promised it. */
public interface AwaitCall {

  /** Somebody makes it from now on. Safe to repeat. */
  void await(String caseId, Promised call);

  /**
   * It was made, or another one was promised in its place. Safe to repeat.
   *
   * @param by opaque id of the person
   */
  void over(String caseId, String item, String by);

  /**
   * One call.
   *
   * @param item id of the task
   * @param owner opaque id of the person who makes it
   */
  record Promised(String item, Instant due, String owner, String setBy, Instant setAt) {}
}
