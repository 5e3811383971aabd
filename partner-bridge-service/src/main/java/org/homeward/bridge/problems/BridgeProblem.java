package org.homeward.bridge.problems;

import org.homeward.face.problem.ProblemType;

/** The refusals of bridge, each with what to do instead. */
public enum BridgeProblem implements ProblemType {
  PARTNER_UNKNOWN(
      404,
      "The registry has no such partner",
      "Nothing was sent. Choose one of the partners in the registry."),
  PARTNER_NOT_MEANT(
      409,
      "This partner takes no cases",
      "Nothing was sent. Choose another partner, or call this one."),
  QUARANTINED(
      409,
      "This node was restored from an earlier copy",
      "It sends no content until two people open it with POST /api/v1/quarantine/open. Stops "
          + "and recalls go on."),
  NOT_KNOWN_HERE_YET(
      404,
      "This service does not know the case yet",
      "Nothing was done. Send the same request in a few seconds; if it is refused for longer, "
          + "tell the administrator that the reader of cases stands still."),
  NOT_THE_OWNER(
      409,
      "Another node owns this case",
      "Nothing was changed. Ask the owner to do it, or send a brake."),
  NOT_THE_HOLDER(
      409,
      "Only the node that was offered the case can do this",
      "Nothing was changed. Ask the partner to do it."),
  CASE_FROZEN(
      409,
      "The case is frozen",
      "Nothing new goes to partners. Read the case in intake; two people lift its freeze there."),
  CASE_BRAKED(
      409,
      "A partner's brake holds the case",
      "Nothing was sent. Read the brake; a supervisor ends it with POST "
          + "/api/v1/cases/{id}/brake/end. Then send the same request."),
  OPEN_BEFORE(
      409,
      "A handover of this case to this partner is open",
      "Nothing was offered. Go on with the open one, or send its id in instead: then the "
          + "node recalls it."),
  NOBODY_SAID_FOUND(
      409,
      "Nobody has said that every child is found",
      "Nothing was recalled: the partner would stop its search. Say first in the case that each"
          + " child is found; or recall it for another reason, which is always taken."),
  CASE_ENDED(409, "The case has ended", "Nothing new goes to partners. Recall what is out."),
  NOT_A_SEARCH(
      409,
      "No child is missing in this case",
      "Nothing was sent. A partner is not told of a child at risk, or of one who was found; ask"
          + " police to use their own channels. If a child at risk is missing now, say so in the"
          + " case first."),
  CASES_BEHIND(
      503,
      "This service may know an old state of the case",
      "Nothing was sent. Send the same request in a minute; the administrator reads in health "
          + "which reader stands still."),
  NO_RELEASED_REPORT(
      409,
      "The case has no report that a partner may know",
      "Nothing was sent. Decide on the release of a report that did not come from the police."),
  EXERCISE_AND_REAL(
      409,
      "Exercise and real cases do not mix",
      "Nothing was sent. Offer exercises to exercise partners, and real cases to the others."),
  KEPT_FROM_PARTNER(
      409,
      "The case is kept from this partner",
      "Nothing was sent. A supervisor and the data-protection officer together take such an "
          + "entry away."),
  REGISTRY_EXPIRED(
      409,
      "The registry of partners is too old",
      "Nothing was sent. Let the administrator put a newer registry.jws in place; stops and "
          + "recalls go on."),
  OWN_KEY_OUT_OF_TIME(
      409,
      "No partner would believe what this node signs now",
      "Nothing was sent. Let the administrator check the clock of this machine, and the dates "
          + "of its key in the registry."),
  TRANSFER_NEEDS_GROUND(
      409,
      "The transfer to this country has no ground on record",
      "Nothing was sent. Record one of the grounds in missing, then send the same request."),
  TRANSFER_BLOCKED(
      409,
      "No rule lets content cross to this country",
      "Nothing was sent. Ask the police to use their own channels."),
  HANDOVER_OVER(409, "The handover is over", "Nothing was changed. Begin a new one."),
  ANSWERED_BEFORE(
      409, "Somebody has answered the offer before", "That answer stands. Call the partner."),
  NOT_ACCEPTED(409, "Nobody has accepted this handover", "Nothing was changed. Accept it first."),
  NOTHING_RELEASED(
      409,
      "The partner has released nothing to check",
      "Nothing was changed. Wait for the release."),
  ANOTHER_PERSON_NEEDED(
      409,
      "Another person must do this",
      "Your own step does not count twice. Ask a second supervisor to send the same; another "
          + "login of yours is still you."),
  TOO_MUCH_WAITS(
      409,
      "Too many messages wait for the partner",
      "This one was not taken. Send the same request when the partner has answered."),
  PHOTO_STOPPED(
      409,
      "The owner hands out no photo of this case now",
      "It is not shown here meanwhile. Look again once the handover is not frozen any more, or call"
          + " the partner."),
  PHOTO_GONE(410, "The owner has taken this photo back", "Nothing of it is kept here."),
  PHOTO_UNSEEN(
      409, "Nobody here has looked at this photo", "Look at it first; the look is recorded."),
  PHOTO_UNREADABLE(
      409,
      "What the partner sent is no picture that can be shown safely",
      "Nothing of it is kept here. Ask the partner to withdraw it and to send another one."),
  OWNER_AWAY(
      409,
      "The owner's node does not hand out the photo at the moment",
      "Nothing is known of it. Try again in a minute, or call the partner."),
  NO_RECEIPT_YET(
      404,
      "The partner has not given a receipt",
      "Nothing proves the erasure yet. Look again later; overdue receipts become tasks.");

  private final Wording wording;

  BridgeProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
