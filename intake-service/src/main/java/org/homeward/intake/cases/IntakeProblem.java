package org.homeward.intake.cases;

import java.util.Optional;
import org.homeward.durable.store.StoreFailure;
import org.homeward.durable.store.WriteSettings;
import org.homeward.face.problem.FaceProblem;
import org.homeward.face.problem.Problem;
import org.homeward.face.problem.ProblemType;
import org.homeward.frame.store.StoreCapacity;
import org.homeward.schema.event.EventCodec;

/** The refusals of intake, each with what to do instead. */
enum IntakeProblem implements ProblemType {
  CASE_ENDED(
      409,
      "The case has ended",
      "Nothing was changed. If a child is missing again, or in danger, open a new episode of it."),
  CHILD_ENDED(
      409,
      "The search for this child has ended in another way",
      "Nothing was changed. Read the case; if the child is missing again, open a new case."),
  RELEASE_IS_FINAL(
      409,
      "The police know this report already",
      "It stays released, because nobody can take back what police have read. Call the desk, "
          + "and tell it what has changed."),
  REASON_REQUIRED(
      409,
      "The rules propose to hold this report",
      "It was not released. Give a reason for releasing it all the same, or ask a supervisor."),
  SUPERVISOR_REQUIRED(
      403, "This takes a supervisor", "Nothing was changed. Ask the supervisor on call."),
  DPO_REQUIRED(
      403,
      "This takes the data-protection officer",
      "Nothing was changed. Ask the data-protection officer."),
  ANOTHER_PERSON_NEEDED(
      409,
      "Another person must say the same",
      "Your own word does not count twice. Ask another person who may decide this with you; "
          + "another login of yours is still you."),
  OTHER_FREEZE(
      409,
      "This freeze does not stand any more",
      "Nothing was lifted. Read the case, and name the freeze that stands now."),
  FROZEN_BY_OWNER(
      409,
      "The owner of the case says that it is frozen",
      "It stays frozen here. Ask the owner to lift the freeze; then two persons lift it here."),
  NOBODY_WOULD_REMAIN(
      409,
      "Nobody in charge could see the case any more",
      "Nothing was changed. Leave one person out: a supervisor and a data-protection officer "
          + "must still see the case."),
  NOT_KEPT_FROM(
      409,
      "The case is not kept from all of these",
      "Nothing was changed. Read the case, and name entries that it has."),
  KEPT_FROM_TOO_MANY(
      409,
      "The case is kept from as many as it can be",
      "Nothing was changed. Name a country or a node instead of many persons, or have "
          + "entries taken away."),
  EXERCISE_AND_REAL(
      409,
      "Exercise and real cases do not mix",
      "Nothing was stored. Send exercise as the case has it, or open a new case."),
  NOT_AT_RISK(
      409,
      "The case is not one of a child at risk",
      "Nothing was changed. Only a case at risk becomes a search or is renewed. If a child is"
          + " missing, open a case for it."),
  NOT_THE_OWNER(
      409,
      "Another node owns this case",
      "Nothing was changed. Tell the owner: send a sighting, a proposal or a brake in its "
          + "handover."),
  ERASED(
      410,
      "The case is erased",
      "Nothing of it is left to read or to change. If the search goes on, open a new case."),
  CASE_FULL(
      409,
      "The case is full",
      "The report was not added. Open a new case and name this one in its notes: a case takes "
          + EventCodec.MAX_SNAPSHOT_BYTES / 1024
          + " KB of facts for its readers and "
          + WriteSettings.DEFAULT.maxStateBytes() / (1 << 20)
          + " MB in all. Freeze and end still work here."),
  NO_ROOM_FOR_TIPS(
      409,
      "The case has no room for more tips",
      "It was not made a report. It stays with the case and is read there. Reports of callers still"
          + " join: "
          + ChangeCase.MOST_OF_SIGHTINGS / 1024
          + " KB of sightings are enough for one case."),
  STORE_FULL(
      507,
      "This node has no room for a new case",
      "The case was not opened. Tell the administrator now to give the store more memory. A"
          + " child in danger is still taken: state the risk. A report about a case that is here"
          + " still joins it.");

  private final Wording wording;

  IntakeProblem(int status, String title, String remedy) {
    wording = new Wording(status, title, remedy);
  }

  @Override
  public Wording wording() {
    return wording;
  }

  /** The problem of a refusal that is about the state of the case. */
  static IntakeProblem of(CaseDecision.Refusal why) {
    return switch (why) {
      case CASE_ENDED -> CASE_ENDED;
      case CHILD_ENDED -> CHILD_ENDED;
      case RELEASE_IS_FINAL -> RELEASE_IS_FINAL;
      case REASON_REQUIRED -> REASON_REQUIRED;
      case SUPERVISOR_REQUIRED -> SUPERVISOR_REQUIRED;
      case DPO_REQUIRED -> DPO_REQUIRED;
      case ANOTHER_PERSON_NEEDED -> ANOTHER_PERSON_NEEDED;
      case OTHER_FREEZE -> OTHER_FREEZE;
      case FROZEN_BY_OWNER -> FROZEN_BY_OWNER;
      case NOBODY_WOULD_REMAIN -> NOBODY_WOULD_REMAIN;
      case NOT_KEPT_FROM -> NOT_KEPT_FROM;
      case TOO_MANY -> KEPT_FROM_TOO_MANY;
      case EXERCISE_AND_REAL -> EXERCISE_AND_REAL;
      case NOT_AT_RISK -> NOT_AT_RISK;
      case NO_ROOM_FOR_TIPS -> NO_ROOM_FOR_TIPS;
      case NOT_THE_OWNER -> NOT_THE_OWNER;
      case CASE_ERASED -> ERASED;
      case UNKNOWN_REPORT, UNKNOWN_CHILD, UNKNOWN_TASK, UNKNOWN_DECISION, NO_SUCH_CASE ->
          throw new IllegalArgumentException(why + " is answered as not found");
    };
  }

  /** A case and the store can be full, and a look must be recorded; none of it is a bug. */
  static Optional<Problem> of(Throwable failure) {
    return switch (failure) {
      case StoreFailure.TooLarge _ -> Optional.of(CASE_FULL.problem());
      case StoreCapacity.Full _ -> Optional.of(STORE_FULL.problem());
      case TeamReading.TrailUnavailable _ -> Optional.of(FaceProblem.UNAVAILABLE.problem());
      default -> Optional.empty();
    };
  }
}
