package org.homeward.bridge.problems;

import org.homeward.face.problem.ProblemType;

/** The refusals of bridge, each with what to do instead. */
public enum BridgeProblem implements ProblemType {
  PARTNER_UNKNOWN(404, "No such partner", "Choose one of the partners in the registry."),
  PARTNER_NOT_MEANT(
      409, "This partner takes no cases", "Choose another partner, or call this one."),
  QUARANTINED(
      409,
      "This node was restored from an earlier copy",
      "Two people open it with POST /api/v1/quarantine/open; stops and recalls go on meanwhile."),
  NOT_KNOWN_HERE_YET(
      404, "This case is not known here yet", "Repeat the request in a few seconds."),
  NOT_THE_OWNER(
      409, "Only the node that owns the case can do this", "Ask the owner, or send a brake."),
  NOT_THE_HOLDER(
      409, "Only the node that was offered the case can do this", "Ask the partner to do it."),
  CASE_FROZEN(409, "The case is frozen", "Nothing new goes out until the freeze is lifted."),
  CASE_BRAKED(
      409,
      "A partner's brake holds the case",
      "Read it; a supervisor ends it with POST /api/v1/cases/{id}/brake/end, then repeat this."),
  OPEN_BEFORE(
      409,
      "A handover of this case to this partner is open",
      "Go on with it, or repeat this with its id in instead: then it is recalled."),
  CASE_ENDED(409, "The case has ended", "Nothing new goes out; recall what is out."),
  CASES_BEHIND(
      503,
      "What is known here of the case may be old",
      "Repeat the request in a minute; an administrator sees in health what stands still."),
  NO_RELEASED_REPORT(
      409,
      "Nothing of this case may be told to a partner",
      "Decide on the release of a report that did not come from the police."),
  EXERCISE_AND_REAL(
      409,
      "Exercise and real cases do not mix",
      "Offer exercises to exercise partners, real cases to the others."),
  KEPT_FROM_PARTNER(
      409, "The case is kept from this partner", "A supervisor and the DPO lift such an entry."),
  REGISTRY_EXPIRED(
      409,
      "The registry of partners is too old",
      "Put a newer registry.jws in place; stops and recalls go on meanwhile."),
  OWN_KEY_OUT_OF_TIME(
      409,
      "No partner would believe what this node signs now",
      "See that this machine's clock is right, and that its key in the registry is still in use."),
  TRANSFER_NEEDS_GROUND(
      409,
      "The border between the two countries needs a ground on record",
      "Record one of the grounds in missing, then repeat the request."),
  TRANSFER_BLOCKED(
      409,
      "No rule lets content cross to this country",
      "Ask the police to go through their own channels."),
  HANDOVER_OVER(409, "The handover is over", "Begin a new one."),
  ANSWERED_BEFORE(409, "The offer was answered before", "Call the partner."),
  NOT_ACCEPTED(409, "Nobody has accepted this handover", "Accept it first."),
  NOTHING_RELEASED(409, "There is nothing to check yet", "Wait for the release."),
  SECOND_PERSON_REQUIRED(
      409, "Another person has to confirm this", "Ask a second supervisor to send the same."),
  TOO_MUCH_WAITS(409, "Too much waits for the partner", "Repeat it when the partner has answered."),
  NO_RECEIPT_YET(
      404, "The partner has given no receipt yet", "Look again later; overdue receipts are tasks.");

  private final Wording wording;

  BridgeProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
