package org.homeward.alert.web;

import org.homeward.face.problem.ProblemType;

/** The refusals of alert, each with what to do instead. */
enum AlertProblem implements ProblemType {
  BAD_CURSOR(
      400,
      "This is no place in the feed",
      "Send after as an answer's next has it, or leave it out."),
  BAD_LIMIT(400, "The limit is not a number of items", "Send a limit from 1 to 200."),
  CURSOR_GONE(
      410,
      "This place is not in the feed any more",
      "Drop what you hold and read again from the address in resync."),
  DESK_ABROAD(
      422,
      "This node serves desks of its own country",
      "Tell police abroad through the partner hotline of their country.");

  private final Wording wording;

  AlertProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
