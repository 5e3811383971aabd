package org.homeward.intake.drafts;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.homeward.durable.command.Command;
import org.homeward.intake.drafts.DraftCommand.BeginFiling;
import org.homeward.intake.drafts.DraftCommand.Discard;
import org.homeward.intake.drafts.DraftCommand.DiscardAgain;
import org.homeward.intake.drafts.DraftCommand.EndFiling;
import org.homeward.intake.drafts.DraftCommand.ExpireIfDue;
import org.homeward.intake.drafts.DraftCommand.GiveUpFiling;
import org.homeward.intake.drafts.DraftCommand.RingIfDue;
import org.homeward.intake.drafts.DraftCommand.Save;
import org.homeward.intake.drafts.DraftDecision.Refusal;

/** Decides what a command does to a draft. */
final class DraftDecisions {

  private DraftDecisions() {}

  /**
   * A refusal leaves the draft as it is.
   *
   * @param version of the state
   */
  static DraftDecision decide(KeptDraft state, long version, DraftCommand wish, Instant now) {
    return switch (state) {
      case Draft draft -> decide(draft, version, wish, now);
      case GoneDraft gone -> decide(gone, wish);
    };
  }

  private static DraftDecision decide(Draft draft, long version, DraftCommand wish, Instant now) {
    Filing filing = draft.filing();
    return switch (wish) {
      case Save(Draft.Words words, String by) ->
          filing != null
              ? new DraftDecision.Refused(Refusal.DRAFT_BEING_FILED)
              : new DraftDecision.Changed(draft.saying(words, by, version, now));
      case Discard() ->
          filing != null
              ? new DraftDecision.Refused(Refusal.DRAFT_BEING_FILED)
              : new DraftDecision.Changed(GoneDraft.discarded(draft));
      case DiscardAgain() -> new DraftDecision.Changed(GoneDraft.discarded(draft));
      case BeginFiling begin -> begin(draft, begin);
      case EndFiling(Command command, String caseId) ->
          filing != null && filing.isOf(command)
              ? new DraftDecision.Changed(GoneDraft.filed(draft, filing, caseId))
              : new DraftDecision.Unchanged();
      case GiveUpFiling(Command command) ->
          filing != null && filing.isOf(command)
              ? new DraftDecision.Changed(draft.filedBy(null))
              : new DraftDecision.Unchanged();
      case RingIfDue() ->
          draft.mayRing() && draft.rangAt() == null && !now.isBefore(draft.ringsAt())
              ? new DraftDecision.Changed(draft.rung(now))
              : new DraftDecision.Unchanged();
      case ExpireIfDue(Duration kept) ->
          filing == null && !now.isBefore(draft.savedAt().plus(kept))
              ? new DraftDecision.Changed(GoneDraft.expired(draft)) // upholds 8
              : new DraftDecision.Unchanged();
    };
  }

  private static DraftDecision begin(Draft draft, BeginFiling begin) {
    Filing filing = draft.filing();
    if (filing != null) {
      return filing.isOf(begin.filing().command())
          ? new DraftDecision.Unchanged()
          : new DraftDecision.Refused(Refusal.DRAFT_BEING_FILED);
    }
    if (draft.exercise() != begin.exercise()) {
      return new DraftDecision.Refused(Refusal.EXERCISE_AND_REAL);
    }
    return draft.isSavedSince(begin.seen())
        ? new DraftDecision.Refused(Refusal.SAVED_SINCE)
        : new DraftDecision.Changed(draft.filedBy(begin.filing()));
  }

  private static DraftDecision decide(GoneDraft gone, DraftCommand wish) {
    return switch (wish) {
      case Save _, Discard _ -> new DraftDecision.Refused(Refusal.DRAFT_GONE);
      case BeginFiling(Filing begun, boolean _, OptionalLong _) ->
          begun.command().equals(gone.filedBy())
              ? new DraftDecision.Unchanged()
              : new DraftDecision.Refused(Refusal.DRAFT_GONE);
      case DiscardAgain _, EndFiling _, GiveUpFiling _, RingIfDue _, ExpireIfDue _ ->
          new DraftDecision.Unchanged();
    };
  }
}
