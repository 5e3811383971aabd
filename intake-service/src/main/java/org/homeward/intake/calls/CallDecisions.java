package org.homeward.intake.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.homeward.intake.calls.CallCommand.CheckOffer;
import org.homeward.intake.calls.CallCommand.Correct;
import org.homeward.intake.calls.CallCommand.End;
import org.homeward.intake.calls.CallCommand.Erase;
import org.homeward.intake.calls.CallCommand.ExpireIfDue;
import org.homeward.intake.calls.CallCommand.FollowDraft;
import org.homeward.intake.calls.CallCommand.Tie;
import org.homeward.intake.calls.CallCommand.TieAgain;
import org.homeward.intake.calls.CallDecision.Refusal;
import org.homeward.intake.drafts.DraftEnd;
import org.homeward.intake.joboffers.JobOffer;

/** Decides what a command does to a call. */
final class CallDecisions {

  private CallDecisions() {}

  /** A refusal leaves it as it is. */
  static CallDecision decide(KeptCall state, CallCommand wish, Instant now) {
    return switch (state) {
      case Call call -> decide(call, wish, now);
      case GoneCall _ ->
          switch (wish) {
            case CheckOffer _, End _, Tie _, Correct _ ->
                new CallDecision.Refused(Refusal.NO_SUCH_CALL);
            case TieAgain _, FollowDraft _, Erase _, ExpireIfDue _ -> new CallDecision.Unchanged();
          };
    };
  }

  private static CallDecision decide(Call call, CallCommand wish, Instant now) {
    return switch (wish) {
      case CheckOffer(JobOffer offer) ->
          offer.saysTheSameAs(call.offer())
              ? new CallDecision.Unchanged()
              : new CallDecision.Changed(call.checking(offer));
      case End(Call.Ending how) ->
          call.tiedTo() != null
              ? new CallDecision.Refused(Refusal.CALL_TIED)
              : changed(call, call.ended(how));
      case Tie(String to, boolean _) when isOfAnotherCase(call, to) -> // upholds 6
          new CallDecision.Refused(Refusal.CALL_TIED);
      case Tie(String to, boolean exercise) -> tied(call, to, exercise);
      case Correct correct -> corrected(call, correct, now);
      case TieAgain again -> tiedAgain(call, again);
      case FollowDraft(String draft, DraftEnd end) ->
          call.drafts().anyMatch(draft::equals)
              ? new CallDecision.Changed(followed(call, draft, end)) // upholds 7
              : new CallDecision.Unchanged();
      case Erase() -> new CallDecision.Changed(GoneCall.of(call));
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

  private static boolean isOfAnotherCase(Call call, String to) {
    return call.tiedTo() != null && !to.equals(call.tiedTo());
  }

  private static CallDecision corrected(Call call, Correct correct, Instant now) {
    if (call.tiedTo() == null || call.tiedTo().equals(correct.to())) {
      return tied(call, correct.to(), correct.exercise());
    }
    if (correct.exercise() != call.exercise()) {
      return new CallDecision.Refused(Refusal.EXERCISE_AND_REAL); // upholds 9
    }
    var why = new Call.Corrected(call.tiedTo(), correct.by(), now, correct.reason());
    return changed(call, call.corrected(correct.to(), correct.notTo(), why));
  }

  private static CallDecision tiedAgain(Call call, TieAgain again) {
    String to = again.to() == null ? call.tiedTo() : again.to();
    Set<String> formerly = new HashSet<>(again.formerly());
    // A draft may become another case, and a case that it is taken from must still erase it.
    Optional.ofNullable(call.tiedTo()).ifPresent(formerly::add); // upholds 6, 7
    formerly.remove(to);
    Call kept = call.kept(formerly, again.notTo());
    if (again.to() == null) {
      return changed(call, kept);
    }
    CallDecision tied = tied(kept, again.to(), again.exercise());
    return tied instanceof CallDecision.Unchanged ? changed(call, kept) : tied;
  }

  private static Call followed(Call call, String draft, DraftEnd end) {
    return end.caseId() == null
        ? call.untied(draft, end.notTo())
        : call.filed(draft, Call.toCase(end.caseId()));
  }

  private static CallDecision changed(Call before, Call next) {
    return next.equals(before) ? new CallDecision.Unchanged() : new CallDecision.Changed(next);
  }
}
