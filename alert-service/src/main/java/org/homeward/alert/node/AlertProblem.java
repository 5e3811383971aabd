package org.homeward.alert.node;

import org.homeward.face.problem.ProblemType;

/** The refusals of alert, each with what to do instead. */
public enum AlertProblem implements ProblemType {
  BAD_CURSOR(
      400,
      "This is no place in the feed",
      "Send after as an answer's next has it, or leave it out."),
  CURSOR_GONE(
      410,
      "This place is not in the feed any more",
      "Drop what you hold and read again from the address in resync."),
  NO_CAP_MESSAGE(
      410,
      "There is no CAP message of this notice",
      "Drop what you hold of it; if there was a message, its Cancel was the last."),
  STREAMS_FULL(
      503,
      "No more streams are possible at the moment",
      "Poll the feed, and try again after the time in Retry-After."),
  NOT_KNOWN_HERE_YET(
      404,
      "This case is not known here yet",
      "Wait a moment and try again; if it stays, see that the reader of cases is well."),
  ALERT_HELD(
      409,
      "Nothing may go out about this now",
      "See what holds it: two people lift a stop, or a freeze at the case; a supervisor ends a brake."),
  NO_RELEASED_REPORT(
      409,
      "No report of this case was released",
      "Release a report to the police, or tell them by phone, first."),
  NO_SUCH_CHILD(
      409, "Nobody of whom it speaks is missing", "See which children of the case are missing."),
  MAY_NOT_GO_THERE(
      409,
      "This case may not be told there",
      "See whom the case excludes, whether it is an exercise, and which country it is for."),
  ANOTHER_PERSON_NEEDED(
      409,
      "Another person must do this",
      "Ask somebody else; another login of the same person is the same person."),
  OTHER_PREVIEW(
      409,
      "This is not the preview that waits for approval",
      "Read the current preview and approve its hash."),
  APPROVAL_VOID(
      409,
      "It is too late to approve this preview",
      "Write it anew, or with a new end, and have it approved within half an hour."),
  NOT_IN_REGISTER(
      409,
      "The register of authorities does not allow this",
      "Name a valid entry with this power, and have a person of it approve."),
  ANOTHER_ALERT_IS_LIVE(
      409,
      "Another alert of this case is live there",
      "Update or cancel the alert that is named, or send again: true if both shall go out."),
  OPERATOR_FREEZES(
      403,
      "A supervisor or the authority cancels an alert",
      "Freeze it at once, and ask one of them; or cancel it with reason WRONG_CHILD."),
  NOT_IN_THIS_STATE(
      409, "The alert's state does not allow this", "Choose one of the allowed moves."),
  DESK_ABROAD(
      422,
      "This node serves desks of its own country",
      "Tell police abroad through the partner hotline of their country."),
  STORE_FULL(
      507,
      "No more subscriptions can be taken at the moment",
      "Ask again tomorrow; the administrator has to give the store more memory first.");

  private final Wording wording;

  AlertProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
