package org.homeward.intake.calls;

import java.time.Duration;
import java.time.Instant;
import org.homeward.intake.drafts.DraftEnd;

/** What a person, a draft, a case or the time does to a call. */
sealed interface CallCommand {

  /** Nobody asked for anything that becomes a case. */
  record End(Call.Ending how) implements CallCommand {}

  /**
   * It is about this draft or case.
   *
   * @param to as {@link Call#tiedTo} names it
   * @param exercise whether that is one of an exercise
   */
  record Tie(String to, boolean exercise) implements CallCommand {}

  /** A restore ties it to its case again, whatever the copy has it tied to. */
  record TieAgain(String to, boolean exercise) implements CallCommand {}

  /** Its draft was filed, or no report came of it. */
  record FollowDraft(String draft, DraftEnd end) implements CallCommand {}

  /** Its case is erased. */
  record Erase() implements CallCommand {}

  /** It became no case within this time. */
  record ExpireIfDue(Duration kept) implements CallCommand {}

  /** What became of the call. */
  sealed interface CallDecision {

    record Changed(KeptCall next) implements CallDecision {}

    record Unchanged() implements CallDecision {}

    record Refused(Refusal why) implements CallDecision {}
  }

  /** Why nothing becomes of a command. */
  enum Refusal {
    NO_SUCH_CALL,
    CALL_TIED,
    EXERCISE_AND_REAL
  }

  /** The one function that says what a command does to a call. */
  static CallDecision decide(KeptCall state, CallCommand wish, Instant now) {
    return switch (state) {
      case Call call -> decide(call, wish, now);
      case GoneCall _ ->
          switch (wish) {
            case End _, Tie _ -> new CallDecision.Refused(Refusal.NO_SUCH_CALL);
            case TieAgain _, FollowDraft _, Erase _, ExpireIfDue _ -> new CallDecision.Unchanged();
          };
    };
  }

  private static CallDecision decide(Call call, CallCommand wish, Instant now) {
    return switch (wish) {
      case End(Call.Ending how) ->
          call.tiedTo() != null
              ? new CallDecision.Refused(Refusal.CALL_TIED)
              : changed(call, call.ended(how));
      case Tie(String to, boolean _) when call.tiedTo() != null && !to.equals(call.tiedTo()) ->
          new CallDecision.Refused(Refusal.CALL_TIED); // upholds 6
      case Tie(String to, boolean exercise) -> tied(call, to, exercise);
      case TieAgain(String to, boolean exercise) -> tied(call, to, exercise);
      case FollowDraft(String draft, DraftEnd end) ->
          call.draftId().filter(draft::equals).isPresent()
              ? new CallDecision.Changed(followed(call, end))
              : new CallDecision.Unchanged();
      case Erase() -> new CallDecision.Changed(GoneCall.of(call)); // upholds 7
      case ExpireIfDue(Duration kept) ->
          call.caseId().isEmpty() && !now.isBefore(call.at().plus(kept))
              ? new CallDecision.Changed(GoneCall.of(call)) // upholds 8
              : new CallDecision.Unchanged();
    };
  }

  private static CallDecision tied(Call call, String to, boolean exercise) {
    return exercise != call.exercise()
        ? new CallDecision.Refused(Refusal.EXERCISE_AND_REAL) // upholds 9
        : changed(call, call.tied(to));
  }

  private static Call followed(Call call, DraftEnd end) {
    return end.caseId() == null ? call.untied(end.notTo()) : call.tied(Call.toCase(end.caseId()));
  }

  private static CallDecision changed(Call before, Call next) {
    return next.equals(before) ? new CallDecision.Unchanged() : new CallDecision.Changed(next);
  }
}
