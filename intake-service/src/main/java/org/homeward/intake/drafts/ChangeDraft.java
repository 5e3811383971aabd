package org.homeward.intake.drafts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.durable.command.Check;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.Decision;
import org.homeward.durable.document.Edit;
import org.homeward.durable.document.Guarded;
import org.homeward.durable.document.GuardedDocuments;
import org.homeward.durable.document.KeptHistory;
import org.homeward.durable.document.WriteOutcome;
import org.homeward.intake.cases.KeptCase;
import org.jspecify.annotations.Nullable;

/** Opens a draft, and carries out what people and the time do to it. */
final class ChangeDraft {

  private static final String OPENED = "draft.opened.v1";
  private static final String CHANGED = "draft.changed.v1";

  private static final String FILING_DUE = "filing";
  private static final String RING_DUE = "ring";
  private static final String RETENTION_DUE = "retention";

  private final GuardedDocuments<KeptDraft> drafts;
  private final Duration kept;
  private final Clock clock;

  /**
   * @param kept how long a draft stays that nobody saves
   */
  ChangeDraft(GuardedDocuments<KeptDraft> drafts, Duration kept, Clock clock) {
    this.drafts = drafts;
    this.kept = kept;
    this.clock = clock;
  }

  WriteOutcome.OfCreating<KeptDraft, Boolean> open(
      boolean exercise, Draft.Words words, Command command, String by) {
    Draft opened = Draft.opened(exercise, words, by, clock.instant());
    Edit<KeptDraft> edit = Edit.<KeptDraft>of(opened, by, OPENED).withDues(dues(opened));
    return drafts.create(UUID.randomUUID().toString(), edit, command, true);
  }

  /**
   * @param version that the person has read
   * @param command absent for what If-Match alone makes safe to repeat
   */
  WriteOutcome.OfRequest<KeptDraft, DraftDecision> change(
      LookAtDraft.SeenDraft seen,
      OptionalLong version,
      @Nullable Command command,
      DraftCommand wish) {
    String by = seen.person();
    List<Check<KeptDraft, DraftDecision>> checks = new ArrayList<>();
    checks.add(Check.refusal(state -> kept(state, by))); // upholds 6
    if (command != null) {
      checks.add(Check.once(command));
    }
    checks.addAll(Check.ofSeen(version));
    return drafts.change(seen.id(), checks, read -> decided(read, wish, by));
  }

  /** It may have been kept from this person since the look. */
  private static Optional<DraftDecision> kept(KeptDraft state, String person) {
    return state.notTo().contains(KeptCase.named(person))
        ? Optional.of(new DraftDecision.Refused(DraftDecision.Refusal.NO_SUCH_DRAFT))
        : Optional.empty();
  }

  /** For no request: whatever version the draft has. */
  WriteOutcome.OfChanging<KeptDraft, DraftDecision> change(
      String id, DraftCommand wish, String by) {
    return drafts.change(id, read -> decided(read, wish, by));
  }

  /** The time erases a draft that nobody has saved for long. */
  void expireIfDue(String id, String by) {
    change(id, new DraftCommand.ExpireIfDue(kept), by);
  }

  private Decision<KeptDraft, DraftDecision> decided(
      Guarded<KeptDraft> read, DraftCommand wish, String by) {
    DraftDecision decided =
        DraftDecisions.decide(read.state(), read.version(), wish, clock.instant());
    return switch (decided) {
      case DraftDecision.Changed(Draft next) ->
          Decision.write(edit(next, by, changes(read.state(), next)), decided);
      case DraftDecision.Changed(GoneDraft next) ->
          Decision.write(edit(next, by, ended(next)).asEssential(), decided);
      case DraftDecision.Unchanged _, DraftDecision.Refused _ -> Decision.keep(decided);
    };
  }

  private Edit<KeptDraft> edit(KeptDraft next, String by, String... changes) {
    return Edit.of(next, by, changes).withDues(dues(next));
  }

  /** For the ends log, where an earlier copy expires by itself, and for what is tied to it. */
  private static String ended(GoneDraft gone) {
    return switch (gone.how()) {
      case FILED -> DiscardAgain.FILED;
      case DISCARDED -> DiscardAgain.DISCARDED;
      case EXPIRED -> DiscardAgain.EXPIRED;
    };
  }

  /** For the list of drafts: nobody hears of each word that somebody types. */
  private static String[] changes(KeptDraft before, Draft next) {
    boolean rangBefore = before instanceof Draft draft && draft.isRinging();
    return next.isRinging() == rangBefore ? new String[0] : new String[] {CHANGED};
  }

  private Map<String, Instant> dues(KeptDraft next) {
    Map<String, Instant> dues = new TreeMap<>();
    switch (next) {
      case Draft draft -> {
        if (draft.mayRing() && draft.rangAt() == null) {
          dues.put(RING_DUE, draft.ringsAt()); // upholds 11
        }
        dues.put(RETENTION_DUE, draft.savedAt().plus(kept)); // upholds 8
        if (draft.filing() != null) {
          dues.put(FILING_DUE, draft.filing().due());
        }
      }
      case GoneDraft _ -> {
        Instant now = clock.instant();
        dues.put(KeptHistory.FORGET_DUE, now); // upholds 8
        dues.put(KeptHistory.GONE_DUE, now.plus(GoneDraft.KEPT));
      }
    }
    return dues;
  }
}
