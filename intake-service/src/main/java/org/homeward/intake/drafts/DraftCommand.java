package org.homeward.intake.drafts;

import java.time.Instant;
import org.homeward.durable.document.Command;

/** What a person or the time does to a draft. */
sealed interface DraftCommand {

  record Save(Draft.Words words, String by) implements DraftCommand {}

  /** Only a person does this. */
  record Discard() implements DraftCommand {}

  record BeginFiling(Filing filing) implements DraftCommand {}

  /** The report is in this case. */
  record EndFiling(Command command, String caseId) implements DraftCommand {}

  /** No report came of it. */
  record GiveUpFiling(Command command) implements DraftCommand {}

  record RingIfDue() implements DraftCommand {}

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
    DRAFT_BEING_FILED
  }

  /** The one function that says what a command does to a draft. */
  static Decided decide(KeptDraft state, DraftCommand wish, Instant now) {
    return switch (state) {
      case Draft draft -> decide(draft, wish, now);
      case GoneDraft gone -> decide(gone, wish);
    };
  }

  private static Decided decide(Draft draft, DraftCommand wish, Instant now) {
    Filing filing = draft.filing();
    return switch (wish) {
      case Save(Draft.Words words, String by) ->
          filing != null
              ? new Decided.Refused(Refusal.DRAFT_BEING_FILED)
              : new Decided.Changed(draft.saying(words, by, now));
      case Discard() ->
          filing != null
              ? new Decided.Refused(Refusal.DRAFT_BEING_FILED)
              : new Decided.Changed(GoneDraft.discarded(draft));
      case BeginFiling(Filing begun) -> {
        if (filing == null) {
          yield new Decided.Changed(draft.filedBy(begun));
        }
        yield filing.isOf(begun.command())
            ? new Decided.Unchanged()
            : new Decided.Refused(Refusal.DRAFT_BEING_FILED);
      }
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
    };
  }

  private static Decided decide(GoneDraft gone, DraftCommand wish) {
    return switch (wish) {
      case Save _, Discard _ -> new Decided.Refused(Refusal.DRAFT_GONE);
      case BeginFiling(Filing begun) ->
          begun.command().equals(gone.filedBy())
              ? new Decided.Unchanged()
              : new Decided.Refused(Refusal.DRAFT_GONE);
      case EndFiling _, GiveUpFiling _, RingIfDue _ -> new Decided.Unchanged();
    };
  }
}
