package org.homeward.alert.web;

import org.homeward.face.problem.ProblemType;

/** The refusals of alert, each with what to do instead. */
enum AlertProblem implements ProblemType {
  BAD_CURSOR(
      400,
      "bad-cursor",
      "This is no place in the feed",
      "Send after as an answer's next has it, or leave it out."),
  BAD_LIMIT(400, "bad-limit", "The limit is not a number of items", "Send a limit from 1 to 200."),
  CURSOR_GONE(
      410,
      "cursor-gone",
      "This place is not in the feed any more",
      "Drop what you hold and read again from the address in resync."),
  DESK_ABROAD(
      422,
      "desk-abroad",
      "This node serves desks of its own country",
      "Tell police abroad through the partner hotline of their country.");

  private final int status;
  private final String code;
  private final String title;
  private final String remedy;

  AlertProblem(int status, String code, String title, String remedy) {
    this.status = status;
    this.code = code;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
