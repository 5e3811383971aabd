package org.homeward.alert.node;

import org.homeward.face.problem.ProblemType;

/** The refusals of alert, each with what to do instead. */
public enum AlertProblem implements ProblemType {
  BAD_CURSOR(
      400,
      "The address names no place of this list, or more than one",
      "Nothing was read. Take the address of the next page from an answer, or leave the place "
          + "out."),
  NO_CAP_MESSAGE(
      410,
      "This notice has no CAP message",
      "If you hold one, remove it: its Cancel was the last message."),
  CAP_NOT_SIGNED(
      503,
      "This node has no key to sign CAP messages",
      "No CAP message leaves it. Read the feed as Atom or JSON meanwhile, and tell the hotline: its "
          + "administrator finds in health what to do."),
  NOTICE_OVER(
      409,
      "The search has ended",
      "Your word was not kept, and none is asked for any more. Read the notice again: it says how "
          + "it ended."),
  STREAMS_FULL(
      503,
      "The service has no stream left for you",
      "You do not hear of news by yourself meanwhile. Poll the feed, and ask for a stream "
          + "again after the time in Retry-After."),
  NOT_KNOWN_HERE_YET(
      404,
      "This service does not know the case yet",
      "Nothing was done. Send the same request in a few seconds; if it is refused for longer, "
          + "tell the administrator that the reader of cases stands still."),
  ALERT_HELD(
      409,
      "A stop, a freeze or a brake holds this back",
      "Nothing of it goes out. Read what holds it: two people lift a stop here, and a freeze "
          + "of the case in intake; a supervisor ends a brake there."),
  NO_RELEASED_REPORT(
      409,
      "Nobody has released a report of this case",
      "Nothing of the case goes out. Release a report to the police, or tell them by phone, "
          + "first."),
  NO_SUCH_CHILD(
      409,
      "The alert names no child that is missing",
      "Nothing was changed. Read the case, and name children of it that are still missing."),
  MAY_NOT_GO_THERE(
      409,
      "The case must not become known there",
      "Nothing goes out. Read whom the case excludes, whether it is an exercise, and which "
          + "country it is for."),
  ANOTHER_PERSON_NEEDED(
      409,
      "Another person must do this",
      "Your own step does not count twice. Ask somebody else; another login of yours is still "
          + "you."),
  OTHER_PREVIEW(
      409,
      "Another preview than yours waits for approval",
      "Nothing was approved. Read the current preview and the word of police on orders, and approve "
          + "these."),
  APPROVAL_VOID(
      409,
      "The time to approve this preview has passed",
      "Nothing was approved. Have the alert written anew, if need be with a new end, and "
          + "approve it within half an hour."),
  NOT_IN_REGISTER(
      409,
      "The register of authorities does not allow this",
      "Nothing was approved. Name a confirmed, valid entry that has this power, and let a person "
          + "of that entry approve."),
  ORDERS_NOT_CHECKED(
      409,
      "Police have not checked custody and protection orders",
      "Nothing was approved. Ask police whether any concern the children of this case, and "
          + "record their reference in the case; then approve the same preview."),
  NOT_A_SEARCH(
      409,
      "No child is missing in this case",
      "Nothing was done. No alert goes out about a child at risk, or about one who was found. If a"
          + " child at risk is missing now, say so in the case first."),
  AUTHORITY_OVER(
      409,
      "This entry of the register has ended",
      "Nothing was changed. Enter the authority again, and have another person confirm it."),
  ANOTHER_ALERT_IS_LIVE(
      409,
      "Another alert of this case is live in this area",
      "Nothing further goes out. Update or cancel the alert that is named, or send again: "
          + "true if both shall go out."),
  OPERATOR_FREEZES(
      403,
      "A supervisor or the authority cancels an alert",
      "The alert goes on. Freeze it at once, and ask one of them; or cancel it with reason "
          + "WRONG_CHILD."),
  NOT_IN_THIS_STATE(
      409,
      "The state of the alert does not allow this",
      "Nothing was changed. Choose one of the allowed moves."),
  NO_ACTIVE_NOTICE(
      404,
      "No active notice",
      "This says nothing about any child. If you saw something, call 116 000, or send a tip."),
  NOTICES_ASKED_TOO_OFTEN(
      429,
      "No active notice; too many were asked for",
      "This says nothing about any child. If you saw something, call 116 000, or send a tip. "
          + "Active notices are shown all the same."),
  NO_POSTER_NOW(
      409,
      "There is no poster of this alert now",
      "Nothing was drawn. Posters are made of an alert to everybody, while it goes out and nothing "
          + "holds it; read the rule in reason."),
  NO_POSTERS_OF_IT(
      409,
      "This alert has no posters",
      "Nothing was written down. Takers of posters are entered for an alert to everybody, from its "
          + "approval until its words are erased."),
  DESK_ABROAD(
      422,
      "This node serves desks of its own country alone",
      "The desk was not registered. Tell police abroad through the partner hotline of their "
          + "country."),
  DESK_OVER(
      409,
      "The key of this desk opens nothing any more",
      "Nothing was changed. Have an administrator renew its key, and another person confirm it."),
  BAD_SIGNATURE(
      403,
      "No live webhook that was asked has signed this",
      "Nothing was stored. Sign id, time and body with the secret of the webhook that got the"
          + " message, as Standard Webhooks has it, and look at the clock."),
  WEBHOOK_OVER(
      409,
      "This webhook has ended",
      "Nothing was changed. Register the organisation's system again, and have another person "
          + "confirm it."),
  PHONE_OVER(
      409,
      "This phone is told nothing any more",
      "Nothing was changed. Register the organisation's phone again, and have another person "
          + "confirm it."),
  CODE_VOID(
      409,
      "No code of this phone is valid",
      "Nothing was changed. A code holds for half an hour and five tries, once another person has "
          + "confirmed the phone: have another one sent."),
  CODES_TOO_OFTEN(
      429,
      "Too many codes were sent within the hour",
      "No code was sent. Look whether the one before has come, and ask again in an hour."),
  NO_DEAD_LETTER(
      409,
      "Nothing of this destination waits for a person",
      "Nothing was sent again. Read the dead letters anew: what is delivered, is still tried or may "
          + "have arrived is not sent by hand, and of an alert that is over only the end is."),
  NOT_MEANT_NOW(
      409,
      "The alert is not meant for this destination any more",
      "Nothing was sent again, and it is no dead letter any more: the present edition is for others, "
          + "or the organisation has left."),
  STORE_FULL(
      507,
      "This node has no room for further subscriptions",
      "You are not subscribed. Ask again tomorrow: the administrator must give the store more "
          + "memory first.");

  private final Wording wording;

  AlertProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
