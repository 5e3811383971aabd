package org.homeward.intake.drafts;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.homeward.durable.document.Command;

/** What a person or the time does to a draft. */
sealed interface DraftCommand {

  record Save(Draft.Words words, String by) implements DraftCommand {}

  /** Only a person does this. */
  record Discard() implements DraftCommand {}

  /** It was discarded before, or its case was erased: whoever files it in this copy. */
  record DiscardAgain() implements DraftCommand {}

  /**
   * @param exercise whether the report is one of an exercise
   * @param seen the version whose words the report has; empty when the caller does not say
   */
  record BeginFiling(Filing filing, boolean exercise, OptionalLong seen) implements DraftCommand {}

  /** The report is in this case. */
  record EndFiling(Command command, String caseId) implements DraftCommand {}

  /** No report came of it. */
  record GiveUpFiling(Command command) implements DraftCommand {}

  record RingIfDue() implements DraftCommand {}

  /** Nobody has saved it for so long. */
  record ExpireIfDue(Duration kept) implements DraftCommand {}

  /** What became of the draft. */
  sealed interface Decided {

    record Changed(KeptDraft next) implements Decided {}

    record Unchanged() implements Decided {}

    record Refused(Refusal why) implements Decided {}
  }

  /** Why nothing becomes of a command. */
  enum Refusal {
    NO_SUCH_DRAFT,
    DRAFT_GONE,
    DRAFT_BEING_FILED,
    EXERCISE_AND_REAL,
    SAVED_SINCE
  }

  /**
   * The one function that says what a command does to a draft.
   *
   * @param version of the state
   */
  static Decided decide(KeptDraft state, long version, DraftCommand wish, Instant now) {
    return switch (state) {
      case Draft draft -> decide(draft, version, wish, now);
      case GoneDraft gone -> decide(gone, wish);
    };
  }

  private static Decided decide(Draft draft, long version, DraftCommand wish, Instant now) {
    Filing filing = draft.filing();
    return switch (wish) {
      case Save(Draft.Words words, String by) ->
          filing != null
              ? new Decided.Refused(Refusal.DRAFT_BEING_FILED)
              : new Decided.Changed(draft.saying(words, by, version, now));
      case Discard() ->
          filing != null
              ? new Decided.Refused(Refusal.DRAFT_BEING_FILED)
              : new Decided.Changed(GoneDraft.discarded(draft));
      case DiscardAgain() -> new Decided.Changed(GoneDraft.discarded(draft));
      case BeginFiling begin -> begin(draft, begin);
      case EndFiling(Command command, String caseId) ->
          filing != null && filing.isOf(command)
              ? new Decided.Changed(GoneDraft.filed(draft, filing, caseId))
              : new Decided.Unchanged();
      case GiveUpFiling(Command command) ->
          filing != null && filing.isOf(command)
              ? new Decided.Changed(draft.filedBy(null))
              : new Decided.Unchanged();
      case RingIfDue() ->
          draft.mayRing() && draft.rangAt() == null && !now.isBefore(draft.ringsAt())
              ? new Decided.Changed(draft.rung(now))
              : new Decided.Unchanged();
      case ExpireIfDue(Duration kept) ->
          filing == null && !now.isBefore(draft.savedAt().plus(kept))
              ? new Decided.Changed(GoneDraft.expired(draft)) // upholds 8
              : new Decided.Unchanged();
    };
  }

  private static Decided begin(Draft draft, BeginFiling begin) {
    Filing filing = draft.filing();
    if (filing != null) {
      return filing.isOf(begin.filing().command())
          ? new Decided.Unchanged()
          : new Decided.Refused(Refusal.DRAFT_BEING_FILED);
    }
    if (draft.exercise() != begin.exercise()) {
      return new Decided.Refused(Refusal.EXERCISE_AND_REAL);
    }
    return draft.isSavedSince(begin.seen())
        ? new Decided.Refused(Refusal.SAVED_SINCE)
        : new Decided.Changed(draft.filedBy(begin.filing()));
  }

  private static Decided decide(GoneDraft gone, DraftCommand wish) {
    return switch (wish) {
      case Save _, Discard _ -> new Decided.Refused(Refusal.DRAFT_GONE);
      case BeginFiling(Filing begun, boolean _, OptionalLong _) ->
          begun.command().equals(gone.filedBy())
              ? new Decided.Unchanged()
              : new Decided.Refused(Refusal.DRAFT_GONE);
      case DiscardAgain _, EndFiling _, GiveUpFiling _, RingIfDue _, ExpireIfDue _ ->
          new Decided.Unchanged();
    };
  }
}
