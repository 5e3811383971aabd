package org.homeward.console.intake;

/** A page with questions that somebody has answered. */
interface FilledForm {

  Typed typed();

  /** The error of the answer to a question, in words; empty where there is none. */
  String wrong(String question);

  /** The answers that a colleague has given meanwhile. */
  Theirs theirs();
}
