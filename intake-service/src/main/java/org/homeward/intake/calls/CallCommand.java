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

  /** Its draft was filed, or no report came of it. */
  record FollowDraft(String draft, DraftEnd end) implements CallCommand {}

  /** Its case is erased. */
  record Erase() implements CallCommand {}

  /** It became no case within this time. */
  record ExpireIfDue(Duration kept) implements CallCommand {}

  /** What became of the call. */
  sealed interface Decided {

    record Changed(KeptCall next) implements Decided {}

    record Unchanged() implements Decided {}

    record Refused(Refusal why) implements Decided {}
  }

  /** Why nothing becomes of a command. */
  enum Refusal {
    NO_SUCH_CALL,
    CALL_TIED,
    EXERCISE_AND_REAL
  }

  /** The one function that says what a command does to a call. */
  static Decided decide(KeptCall state, CallCommand wish, Instant now) {
    return switch (state) {
      case Call call -> decide(call, wish, now);
      case GoneCall _ ->
          switch (wish) {
            case End _, Tie _ -> new Decided.Refused(Refusal.NO_SUCH_CALL);
            case FollowDraft _, Erase _, ExpireIfDue _ -> new Decided.Unchanged();
          };
    };
  }

  private static Decided decide(Call call, CallCommand wish, Instant now) {
    return switch (wish) {
      case End(Call.Ending how) ->
          call.tiedTo() != null
              ? new Decided.Refused(Refusal.CALL_TIED)
              : changed(call, call.ended(how));
      case Tie(String to, boolean exercise) ->
          exercise != call.exercise()
              ? new Decided.Refused(Refusal.EXERCISE_AND_REAL) // upholds 9
              : changed(call, call.tied(to));
      case FollowDraft(String draft, DraftEnd end) ->
          call.draftId().filter(draft::equals).isPresent()
              ? new Decided.Changed(followed(call, end))
              : new Decided.Unchanged();
      case Erase() -> new Decided.Changed(GoneCall.of(call)); // upholds 7
      case ExpireIfDue(Duration kept) ->
          call.caseId().isEmpty() && !now.isBefore(call.at().plus(kept))
              ? new Decided.Changed(GoneCall.of(call)) // upholds 8
              : new Decided.Unchanged();
    };
  }

  private static Call followed(Call call, DraftEnd end) {
    return end.caseId() == null ? call.untied(end.notTo()) : call.tied(Call.toCase(end.caseId()));
  }

  private static Decided changed(Call before, Call next) {
    return next.equals(before) ? new Decided.Unchanged() : new Decided.Changed(next);
  }
}
